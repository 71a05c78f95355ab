/** The part of Slack's `view.state.values` that we read: block id → action id → value. */
export type FormState = Readonly<Record<string, Readonly<Record<string, FormValue>>>>;

interface FormValue {
  readonly value?: string | null | undefined;
  readonly selected_option?: { readonly value: string } | null | undefined;
  readonly selected_options?: readonly { readonly value: string }[] | null | undefined;
  readonly selected_user?: string | null | undefined;
  readonly selected_conversation?: string | null | undefined;
  readonly selected_date?: string | null | undefined;
  readonly selected_time?: string | null | undefined;
}

/** Each block of ours holds one element, so its action id does not matter. */
function valueIn(state: FormState, block: string): FormValue {
  return Object.values(state[block] ?? {})[0] ?? {};
}

/** What was typed, trimmed; null when empty. */
export function textValue(state: FormState, block: string): string | null {
  const text = valueIn(state, block).value?.trim();
  return text === undefined || text === '' ? null : text;
}

/** The value of the chosen option of a select or of radio buttons. */
export function selectValue(state: FormState, block: string): string | null {
  return valueIn(state, block).selected_option?.value ?? null;
}

/** The values of all boxes that are ticked. */
export function checkedValues(state: FormState, block: string): readonly string[] {
  return (valueIn(state, block).selected_options ?? []).map(({ value }) => value);
}

/** Whether the only box, or any of them, is ticked. */
export function checked(state: FormState, block: string): boolean {
  return checkedValues(state, block).length > 0;
}

/** The Slack id of the person who was chosen. */
export function personValue(state: FormState, block: string): string | null {
  return valueIn(state, block).selected_user ?? null;
}

/** The Slack id of the channel that was chosen. */
export function channelValue(state: FormState, block: string): string | null {
  return valueIn(state, block).selected_conversation ?? null;
}

/** 'YYYY-MM-DD' */
export function dateValue(state: FormState, block: string): string | null {
  return valueIn(state, block).selected_date ?? null;
}

/** 'HH:mm' */
export function timeValue(state: FormState, block: string): string | null {
  return valueIn(state, block).selected_time ?? null;
}

/** Everything that was typed into a form. */
export function typedIn(state: FormState): string {
  return Object.keys(state)
    .flatMap((block) => textValue(state, block) ?? [])
    .join('\n');
}
