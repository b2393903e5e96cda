/** A page that reads /api/openapi.json to a person: paths, what goes in, what comes out. Made here: no script of others. */

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  description?: string;
}
interface Content {
  description?: string;
  content?: Record<string, { schema?: Schema }>;
}
interface Operation {
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: Schema }[];
  requestBody?: Content;
  responses?: Record<string, Content>;
}
interface Document {
  info: { title: string; version: string; description?: string };
  paths?: Record<string, Record<string, Operation>>;
  webhooks?: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

export function docsPage(document: object): string {
  const { info, paths = {}, webhooks = {}, components = {} } = document as Document;
  const schemas = Object.entries(components.schemas ?? {}).map(
    ([name, schema]) => `<section id="schema-${esc(name)}"><h3>${esc(name)}</h3>${fieldsOf(schema)}</section>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${esc(info.title)} API</title>
<link rel="stylesheet" href="docs.css"></head>
<body><main><h1>${esc(info.title)} API</h1><p>${code(info.description ?? '')}</p><p><a href="openapi.json">openapi.json</a></p>
${Object.entries(paths).map(operations).join('\n')}
${Object.keys(webhooks).length > 0 ? `<h2>Webhooks</h2>${Object.entries(webhooks).map(operations).join('\n')}` : ''}
<h2>Shapes</h2>${schemas.join('\n')}</main></body></html>`;
}

export const DOCS_CSS = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}main{max-width:60rem;margin:0 auto;padding:1rem}
h2{border-bottom:1px solid #8886;padding-bottom:.25rem;margin-top:2.5rem;overflow-wrap:anywhere}code{font-family:ui-monospace,monospace;overflow-wrap:anywhere}
.method{text-transform:uppercase;font-weight:700}table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #8884}`;

function operations([path, methods]: [string, Record<string, Operation>]): string {
  return Object.entries(methods)
    .map(([method, operation]) => {
      const body = schemaOf(operation.requestBody);
      const parameters = (operation.parameters ?? []).map(
        p =>
          `<tr><td><code>${esc(p.name)}</code></td><td>${esc(p.in)}${p.required ? '' : ', optional'}</td><td>${code(p.description ?? p.schema?.description ?? '')}</td></tr>`,
      );
      const responses = Object.entries(operation.responses ?? {}).map(
        ([status, response]) =>
          `<tr><td>${esc(status)}</td><td>${code(response.description ?? '')}</td><td>${typeOf(schemaOf(response))}</td></tr>`,
      );
      return `<h2><span class="method">${esc(method)}</span> <code>${esc(path)}</code></h2><p><strong>${esc(operation.summary ?? '')}</strong> ${code(operation.description ?? '')}</p>
${parameters.length > 0 ? `<table><tbody>${parameters.join('')}</tbody></table>` : ''}${body ? `<p>Body: ${typeOf(body)}</p>` : ''}<table><tbody>${responses.join('')}</tbody></table>`;
    })
    .join('\n');
}

const schemaOf = (content: Content | undefined): Schema | undefined => Object.values(content?.content ?? {})[0]?.schema;

function fieldsOf(schema: Schema): string {
  const rows = Object.entries(schema.properties ?? {}).map(
    ([name, field]) =>
      `<tr><td><code>${esc(name)}</code></td><td>${typeOf(field)}${schema.required?.includes(name) ? '' : ', optional'}</td><td>${code(field.description ?? '')}</td></tr>`,
  );
  return `<table><tbody>${rows.join('')}</tbody></table>`;
}

function typeOf(schema: Schema | undefined): string {
  if (!schema) return '';
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return `<a href="#schema-${esc(name)}">${esc(name)}</a>`;
  }
  if (schema.enum) return schema.enum.map(value => `<code>${esc(JSON.stringify(value))}</code>`).join(' · ');
  if (schema.const !== undefined) return `<code>${esc(JSON.stringify(schema.const))}</code>`;
  if (schema.items) return `list of ${typeOf(schema.items)}`;
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.properties) return `{ ${Object.keys(schema.properties).map(esc).join(', ')} }`;
  return esc([schema.type ?? 'any'].flat().join(' or '));
}

const esc = (text: string): string => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
/** `code` in backticks. */
const code = (text: string): string => esc(text).replace(/`([^`]+)`/g, '<code>$1</code>');
