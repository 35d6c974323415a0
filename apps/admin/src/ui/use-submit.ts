import type { FormInstance } from 'antd';
import { useState } from 'react';
import { isProblem, showAtFields } from './problem';

/** The field to which a refusal belongs that names none, by its code. */
export type PlaceOfRefusal = Partial<Record<string, string>>;

/** Sends what a form holds. A refusal goes to its field; one without a field is handed back. */
export function useSubmit<Entered>(
  form: FormInstance,
  send: (entered: Entered) => Promise<unknown>,
  places: PlaceOfRefusal = {},
) {
  const [refusal, setRefusal] = useState<unknown>(null);
  const [pending, setPending] = useState(false);

  const submit = async (entered: Entered): Promise<void> => {
    setRefusal(null);
    setPending(true);
    try {
      await send(entered);
    } catch (error) {
      setRefusal(showAtField(form, error, places) ? null : error);
    } finally {
      setPending(false);
    }
  };
  return { submit, refusal, pending, forget: () => setRefusal(null) };
}

function showAtField(form: FormInstance, error: unknown, places: PlaceOfRefusal): boolean {
  if (!isProblem(error)) return false;
  const name = places[error.code];
  if (name === undefined || !form.getFieldInstance(name)) return showAtFields(form, error);
  form.setFields([{ name, errors: [error.title] }]);
  form.focusField(name);
  return true;
}
