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
  readonly type?: "text" | "url";
}

/** A line of a form. */
export function Field({ name, label, value, typed = null, hint, required, type = "text" }: FieldProps) {
  return (
    <>
      <label>
        {label}
        <input
          type={type}
          name={name}
          value={typed?.values[name] ?? value ?? ""}
          required={required}
          autocomplete="off"
          dir="auto"
          {...wrong(name, typed)}
        />
        <Hint hint={hint} />
      </label>
      <Wrong name={name} typed={typed} />
    </>
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
  rows,
}: FieldProps & { readonly rows: number }) {
  return (
    <>
      <label>
        {label}
        <textarea name={name} rows={rows} required={required} dir="auto" {...wrong(name, typed)}>
          {typed?.values[name] ?? value ?? ""}
        </textarea>
        <Hint hint={hint} />
      </label>
      <Wrong name={name} typed={typed} />
    </>
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
    <>
      <label>
        {label}
        <select name={name} {...wrong(name, typed)}>
          {options.map(([value, text]) => (
            <option value={value} selected={value === selected}>
              {text}
            </option>
          ))}
        </select>
        <Hint hint={hint} />
      </label>
      <Wrong name={name} typed={typed} />
    </>
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

/** What a field says of itself that was refused. The first of a form has the focus. */
function wrong(name: string, typed: Typed | null) {
  const fields = typed?.problem.fields ?? {};
  if (fields[name] === undefined) return {};
  const isFirst = Object.keys(fields)[0] === name;
  return { "aria-invalid": "true" as const, "aria-describedby": `wrong-${name}`, autofocus: isFirst };
}
