type Option = readonly [value: string, text: string];

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
  readonly hint?: string;
  readonly required?: boolean;
  readonly type?: "text" | "url";
}

/** A line of a form. */
export function Field({ name, label, value, hint, required, type = "text" }: FieldProps) {
  return (
    <label>
      {label}
      <input type={type} name={name} value={value ?? ""} required={required} autocomplete="off" dir="auto" />
      {hint !== undefined && <small>{hint}</small>}
    </label>
  );
}

/** Several lines of a form. */
export function Lines({ name, label, value, hint, required, rows }: FieldProps & { readonly rows: number }) {
  return (
    <label>
      {label}
      <textarea name={name} rows={rows} required={required} dir="auto">
        {value ?? ""}
      </textarea>
      {hint !== undefined && <small>{hint}</small>}
    </label>
  );
}

/** A menu of a form. */
export function Menu({
  name,
  label,
  chosen,
  options,
}: {
  readonly name: string;
  readonly label: string;
  readonly chosen: string | null;
  readonly options: readonly Option[];
}) {
  return (
    <label>
      {label}
      <select name={name}>
        {options.map(([value, text]) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
