/** What others may script against, as OpenAPI 3.1: each channel brings its own part. */
import { OpenApiGeneratorV31, OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';

type Definitions = OpenAPIRegistry['definitions'];

export function openApi(parts: readonly Definitions[], server: string): object {
  const generator = new OpenApiGeneratorV31([...parts.flat(), ...watching()]);
  return generator.generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Cauce',
      version: '1',
      description: 'Conversations of a public service. Errors are `{error: {code, message, field?}}`.',
    },
    servers: [{ url: server }],
  });
}

function watching(): Definitions {
  const registry = new OpenAPIRegistry();
  const lag = z.object({ waiting: z.int(), lagMs: z.int() });
  const readiness = z
    .object({
      ready: z.boolean(),
      store: z.object({ ready: z.boolean(), reason: z.string().optional() }),
      protocols: z.array(z.object({ id: z.string(), version: z.int() })),
      channels: z.record(
        z.string(),
        z.object({
          state: z.enum(['ok', 'degraded', 'down', 'off']),
          detail: z.string().optional(),
          lastInboundAt: z.int().nullable(),
          lastSentAt: z.int().nullable(),
        }),
      ),
      knowledge: z.record(
        z.string(),
        z.object({
          state: z.enum(['ok', 'degraded', 'down']),
          detail: z.string().optional(),
          lastAnswerAt: z.int().nullable(),
        }),
      ),
      timers: lag,
      outbox: lag,
      spool: lag,
    })
    .meta({ id: 'Readiness' });
  const json = { 'application/json': { schema: readiness } };
  const tags = ['watch'];
  registry.registerPath({
    method: 'get',
    path: '/healthz',
    tags,
    summary: 'The process lives',
    responses: {
      200: {
        description: 'It answers.',
        content: { 'application/json': { schema: z.object({ alive: z.literal(true) }) } },
      },
    },
  });
  registry.registerPath({
    method: 'get',
    path: '/readyz',
    tags,
    summary: 'It can take messages',
    responses: {
      200: { description: 'Store and protocols are ready.', content: json },
      503: { description: 'They are not; `store.reason` says why.', content: json },
    },
  });
  registry.registerPath({
    method: 'get',
    path: '/metrics',
    tags,
    summary: 'Figures for Prometheus',
    responses: { 200: { description: 'Text of Prometheus.', content: { 'text/plain': { schema: z.string() } } } },
  });
  return registry.definitions;
}
