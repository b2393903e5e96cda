/**
 * `survey`: how she was served, one mark from 1 to 7, and whether it was solved.
 *
 *     survey: { survey: service, also_solved: true, next: close.thanks, silence: { after: 30m, go: close.silent } }
 *
 * Its wait is short: as long as it waits, her word that it is safe to write still counts.
 * What she says of it in words is kept in place of a mark (readings `praise` and `complaint`), and no mark is insisted on.
 * `another` is where a new question leads that is written in place of a mark, or what may tell of violence: later
 * questions begin again. So does a person, an hour or a call that she asks for beside a mark or a no (`asks-besides`).
 *
 * Never during an emergency or right after one. A mark written later, once the conversation rests, still counts.
 */
import { z } from 'zod';
import type { Action } from '../actions.js';
import type { Condition } from '../guards.js';
import { stepKind, type Move, type Node } from './kind.js';
import { all, firstTry, mark, reads, say, set, silence, silenceSchema, stepId } from './parts.js';

const schema = z.strictObject({
  survey: z.enum(['service']),
  also_solved: z.boolean().default(false),
  next: stepId,
  skipped: stepId,
  another: stepId.optional(),
  silence: silenceSchema,
});
type Survey = z.infer<typeof schema>;

/** What somebody means who asks again. How she feels is no question: she may be telling how she was served. */
const QUESTIONS = ['general_info', 'specific_question', 'request_status', 'preventive_orientation'] as const;

export const surveyRecord: Action = { effect: 'record', params: { record: 'survey' } };

export const survey = stepKind<Survey>({
  kind: 'survey',
  about: 'Una nota de 1 a 7, y si se resolvió.',
  schema: schema as z.ZodType<Survey>,
  node: step => {
    const done: Action[] = [
      firstTry,
      { change: { keep: 'grade', as: 'grade' } },
      set({ survey: false }),
      mark('survey_done'),
    ];
    const after = step.also_solved ? '.solved' : step.next;
    const again = (go: string, when: Condition): Move => ({
      when,
      go,
      do: [firstTry, { change: { need: 'read' } }],
    });
    const another: Move[] = step.another ? [again(step.another, { any: [{ intent: QUESTIONS }, { sensed: 2 }] })] : [];
    // A mark is kept, and what she wants besides is heard.
    const besides: Move[] = step.another
      ? [
          {
            ...again(step.another, all(reads('asks-besides'), { reads: ['grade'] })),
            do: [...done, surveyRecord, { change: { need: 'read' } }],
          },
          again(step.another, reads('asks-besides')),
        ]
      : [];
    const states: Record<string, Node> = {
      asked: {
        entry: [say('survey.ask'), mark('survey_sent'), set({ survey: true })],
        moves: [
          ...besides,
          { when: { reads: ['grade'] }, go: after, do: [...done, ...(step.also_solved ? [] : [surveyRecord])] },
          ...(step.another ? [again(step.another, reads('another-question'))] : []),
          {
            when: reads('praise', 'complaint'),
            go: step.next,
            do: [
              firstTry,
              { change: { keep: 'opinion', as: 'text' } },
              set({ survey: false }),
              mark('survey_done'),
              surveyRecord,
              say('survey.words'),
            ],
          },
          { when: reads('no', 'thanks', 'leave-it'), go: step.skipped, do: [firstTry] },
        ],
        otherwise: [
          ...another,
          { when: { tries: { under: 1 } }, do: [{ change: { tries: 'more' } }, say('survey.retry')] },
          { go: step.skipped, do: [firstTry] },
        ],
        silence: silence(step.silence),
      },
      ...(step.also_solved
        ? {
            solved: {
              entry: [say('survey.solved')],
              otherwise: [{ go: step.next, do: [{ change: { keep: 'solved', as: 'text' } } as Action, surveyRecord] }],
              silence: { after: 10 * 60_000, moves: [{ go: step.skipped, do: [surveyRecord] }] },
            },
          }
        : {}),
    };
    return { initial: 'asked', states };
  },
  fits: () => reads('grade', 'number', 'yes', 'no', 'thanks', 'leave-it', 'praise', 'complaint'),
  targets: step => [
    step.next,
    step.skipped,
    ...(step.another ? [step.another] : []),
    ...(step.silence.go ? [step.silence.go] : []),
  ],
  texts: step => ['survey.ask', 'survey.retry', 'survey.words', ...(step.also_solved ? ['survey.solved'] : [])],
  answersToTry: () => ['7', '3'],
});
