/** What the HTTP channel takes and gives, as schemas: they check each request and write its part of the OpenAPI page. */
import { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { afterSeq, externalId, instant, messageText } from '../web/fields.js';

export const inboundMessage = z
  .strictObject({
    conversation: externalId('Your id of the conversation: the same one, the same person.'),
    id: externalId('Your id of this message. The same id again gets the stored answer and does nothing twice.'),
    text: messageText,
    at: instant.optional(),
    protocol: z
      .string({ error: 'must be the id of a protocol' })
      .optional()
      .meta({ description: 'The protocol that a new conversation begins with; the default one when absent.' }),
  })
  .meta({ id: 'InboundMessage' });

export const postQuery = z.object({
  reply: z
    .literal('wait', { error: 'can only be "wait"' })
    .optional()
    .meta({ description: '`wait`: the answer is 200 with what this turn decided to say.' }),
});

export const conversationPath = z.object({ id: externalId('Your id of the conversation.') });

export const linesQuery = z.object({ after: afterSeq });

const choice = z.object({ id: z.string(), label: z.string() }).meta({ id: 'Choice' });
const author = z.enum(['bot', 'safety', 'executive']);

const reply = z
  .object({ seq: z.int(), author, text: z.string(), choices: z.array(choice).optional() })
  .meta({ id: 'Reply' });

const line = z
  .object({
    seq: z.int(),
    direction: z.enum(['in', 'out']),
    id: z.string(),
    author: z.enum(['citizen', ...author.options]),
    text: z.string(),
    choices: z.array(choice).optional(),
    at: z.int().meta({ description: 'Milliseconds UTC: when it arrived, or was decided.' }),
    sentAt: z.int().optional().meta({
      description: 'Milliseconds UTC: when it was written, where the message that brought it said so (`at`).',
    }),
  })
  .meta({ id: 'ConversationMessage' });

export const failure = z
  .object({ error: z.object({ code: z.string(), message: z.string(), field: z.string().optional() }) })
  .meta({ id: 'Error' });

const later = z
  .object({
    conversation: z.string(),
    message: z.object({
      seq: z.int(),
      id: z.string().meta({ description: 'Idempotency key: the same message may be posted more than once.' }),
      author,
      name: z.string().optional(),
      text: z.string(),
      choices: z.array(choice).optional(),
      locale: z.string(),
    }),
  })
  .meta({ id: 'LaterReply' });

const removal = z
  .object({
    conversation: z.string(),
    remove: z.object({
      id: z.string().meta({ description: 'Idempotency key: the same removal may be posted more than once.' }),
      messages: z
        .array(
          z.object({ seq: z.int(), id: z.string().meta({ description: 'The `id` of the reply, as it was posted.' }) }),
        )
        .meta({
          description: 'Our messages that she wants gone, in order; those that were removed before are not among them.',
        }),
    }),
  })
  .meta({ id: 'Removal' });

const removed = z
  .object({
    removed: z
      .array(z.string())
      .meta({ description: 'Ids of those that are gone now, also where they were gone before.' }),
  })
  .meta({ id: 'Removed' });

const json = (description: string, schema: z.ZodType) => ({ description, content: { 'application/json': { schema } } });
const security = [{ httpToken: [] }];
const failures = {
  400: json('Something does not fit; `field` says which.', failure),
  401: json('The bearer token is missing or another.', failure),
  429: json('Too many wrong tokens; `Retry-After` says when. The right one is taken all the same.', failure),
  503: json('Nothing was stored. Send it again with the same id.', failure),
};

/** The channel's part of the OpenAPI document. */
export function httpPaths(): OpenAPIRegistry['definitions'] {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'httpToken', {
    type: 'http',
    scheme: 'bearer',
    description: 'CAUCE_HTTP_TOKEN',
  });
  registry.registerPath({
    method: 'post',
    path: '/channels/http/messages',
    tags: ['http'],
    summary: 'A person wrote',
    description:
      'Answers once the message is durable. The same id again (at once, or after a crash) gets the stored answer.',
    security,
    request: {
      query: postQuery,
      body: { required: true, content: { 'application/json': { schema: inboundMessage } } },
    },
    responses: {
      202: json(
        'Durable. With `spooled` it waits on the disk until the database is back, and is then taken in order. Whether its id came before cannot be known meanwhile: with another text it becomes a message of its own, where it would have been a 409.',
        z.union([z.object({ seq: z.int() }), z.object({ spooled: z.literal(true) })]),
      ),
      200: json(
        'Durable, with `?reply=wait`: what this turn decided to say; nothing in a person’s thread.',
        z.object({ seq: z.int(), replies: z.array(reply) }),
      ),
      ...failures,
      409: json('The id came before with another text, or the conversation is of another protocol.', failure),
      413: json('A text of more than 10,000 characters, or a body of more than 128 KB.', failure),
      429: json(
        'Too many messages, or wrong tokens; `Retry-After` says when. Never for an SOS, an open emergency, or an id that came before.',
        failure,
      ),
    },
  });
  registry.registerPath({
    method: 'get',
    path: '/channels/http/conversations/{id}/messages',
    tags: ['http'],
    summary: 'What was said, in both directions and in order',
    description:
      'Asking for what comes after a `seq` acknowledges everything up to it: executives see those messages as sent. Without a webhook nothing else tells them.',
    security,
    request: { params: conversationPath, query: linesQuery },
    responses: {
      200: json('Nothing for a conversation that nobody began.', z.object({ messages: z.array(line) })),
      ...failures,
    },
  });
  registry.registerWebhook({
    method: 'post',
    path: 'reply',
    tags: ['http'],
    summary: 'A reply, posted to CAUCE_HTTP_WEBHOOK_URL',
    description:
      'Every message that goes out, also those that `?reply=wait` returned: skip by `seq` what you have. Any 2xx takes it; 410 says that the conversation is over for you; anything else is tried again. ' +
      'The header `Cauce-Signature: t=<seconds>,v1=<hex>` holds the HMAC-SHA256, with CAUCE_HTTP_WEBHOOK_SECRET, of `<seconds>.<raw body>`. Refuse what is older than five minutes.',
    request: { body: { required: true, content: { 'application/json': { schema: later } } } },
    responses: { 204: { description: 'Taken.' } },
  });
  registry.registerWebhook({
    method: 'post',
    path: 'remove',
    tags: ['http'],
    summary: 'She asked to erase: take messages of ours away from her chat',
    description:
      'Posted to CAUCE_HTTP_WEBHOOK_URL, signed like a reply, where CAUCE_HTTP_WEBHOOK_REMOVES is `true`; it has `remove` where a reply has `message`, and comes after every reply that it names. ' +
      'Answer with the ids that are gone: whatever is not among them she is told is still there. A status of 4xx, or an answer without `removed`, says that nothing was; 408, 425, 429, 5xx and no answer are tried again for about a minute.',
    request: { body: { required: true, content: { 'application/json': { schema: removal } } } },
    responses: { 200: json('What is gone.', removed) },
  });
  return registry.definitions;
}
