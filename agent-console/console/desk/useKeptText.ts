/** The text of a form that outlives it: who is called away in the middle of a reason finds it again. */
import { useState, type ChangeEvent } from 'react';
import { useApp } from '../look/app.js';

export interface KeptText {
  /** What is written, without the space around it. */
  said: string;
  /** For the field. */
  field: { value: string; onChange(event: ChangeEvent<HTMLTextAreaElement>): void };
  /** Once it was sent. */
  clear(): void;
}

/** @param place - Of which conversation and form. @param first - What stands there before anything was written. */
export function useKeptText(place: string, first = ''): KeptText {
  const { drafts } = useApp();
  const [text, setText] = useState(() => drafts.get(place, 'reason') || first);
  const keep = (next: string) => {
    setText(next);
    drafts.set(place, 'reason', next);
  };
  return {
    said: text.trim(),
    field: { value: text, onChange: event => keep(event.currentTarget.value) },
    clear: () => keep(''),
  };
}
