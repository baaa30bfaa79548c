import type { Typed } from "./typed.ts";

type Option = readonly [value: string, text: string];

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
  /** What the form has in it that is shown again, since it was refused. */
  readonly typed?: Typed | null;
  readonly hint?: string;
  readonly required?: boolean;
  /** Whether typing begins here, where nothing is wrong elsewhere. */
  readonly isFirst?: boolean;
  readonly type?: "text" | "url";
}

/** A line of a form. */
export function Field({
  name,
  label,
  value,
  typed = null,
  hint,
  required,
  isFirst = false,
  type = "text",
}: FieldProps) {
  return (
    <div class="field">
      <label>
        {label}
        <input
          type={type}
          name={name}
          value={typed?.values[name] ?? value ?? ""}
          required={required}
          autocomplete="off"
          dir="auto"
          {...stateOf(name, typed, isFirst)}
        />
        <Hint hint={hint} />
      </label>
      <Wrong name={name} typed={typed} />
    </div>
  );
}

/** Several lines of a form. */
export function Lines({
  name,
  label,
  value,
  typed = null,
  hint,
  required,
  isFirst = false,
  rows,
}: FieldProps & { readonly rows: number }) {
  return (
    <div class="field">
      <label>
        {label}
        <textarea name={name} rows={rows} required={required} dir="auto" {...stateOf(name, typed, isFirst)}>
          {typed?.values[name] ?? value ?? ""}
        </textarea>
        <Hint hint={hint} />
      </label>
      <Wrong name={name} typed={typed} />
    </div>
  );
}

/** A menu of a form. */
export function Menu({
  name,
  label,
  chosen,
  typed = null,
  hint,
  options,
}: Pick<FieldProps, "name" | "label" | "typed" | "hint"> & {
  readonly chosen: string | null;
  readonly options: readonly Option[];
}) {
  const selected = typed?.values[name] ?? chosen;
  return (
    <div class="field">
      <label>
        {label}
        <select name={name} {...stateOf(name, typed)}>
          {options.map(([value, text]) => (
            <option value={value} selected={value === selected}>
              {text}
            </option>
          ))}
        </select>
        <Hint hint={hint} />
      </label>
      <Wrong name={name} typed={typed} />
    </div>
  );
}

function Hint({ hint }: { readonly hint: string | undefined }) {
  return hint === undefined ? null : <small>{hint}</small>;
}

/** What is wrong with a field, below it. */
function Wrong({ name, typed }: { readonly name: string; readonly typed: Typed | null }) {
  const problem = typed?.problem.fields[name];
  if (problem === undefined) return null;
  return (
    <p class="problem wrong" id={`wrong-${name}`}>
      {problem}
    </p>
  );
}

/** Whether typing begins in a field, and what it says of itself that was refused: the first of these has the focus. */
function stateOf(name: string, typed: Typed | null, isFirst = false) {
  const [first, ...others] = Object.keys(typed?.problem.fields ?? {});
  if (name !== first && !others.includes(name)) return { autofocus: isFirst && typed === null };
  return { "aria-invalid": "true" as const, "aria-describedby": `wrong-${name}`, autofocus: name === first };
}
