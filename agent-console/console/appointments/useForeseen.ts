/** What she will read of an act on the calendar, asked of the server while the person is asked whether to do it. */
import { useEffect, useState } from 'react';
import type { Foreseen, ForeseenRequest, Refusal } from '../../../bot/console/contract.js';
import { useDesk } from '../look/app.js';

/** Undefined while it is asked; null without an answer. */
export function useForeseen({ conversation, startsAt }: ForeseenRequest): Foreseen | Refusal | null | undefined {
  const desk = useDesk();
  const [told, setTold] = useState<Foreseen | Refusal | null>();
  useEffect(() => {
    let isHere = true;
    void desk.foresee({ conversation, ...(startsAt === undefined ? {} : { startsAt }) }).then(reply => {
      if (isHere) setTold(reply);
    });
    return () => {
      isHere = false;
    };
  }, [desk, conversation, startsAt]);
  return told;
}
