import { type Endpoint, isFileReply, isStreamReply, refusalReply } from '@attune/contract'
import { z } from 'zod'

type Json = Record<string, unknown>

const accessText: Record<Endpoint['access'], string> = {
  public: 'Anybody.',
  'signed-in': 'Any account.',
  owner: 'The owner of the lab.',
  member: 'Any member of the study.',
  supervisor: 'Trainers and principal investigators of the study.',
  pi: 'Principal investigators of the study.',
  'coding-reader': 'The coder whose coding it is, and supervisors of its study.',
  'coding-writer': 'Only the coder whose coding it is.',
  'attempt-owner': 'Only whose attempt it is.',
  'certificate-reader': 'Whose certificate it is, and supervisors of its study.',
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

function parametersOf(endpoint: Endpoint): Json[] {
  const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  if (endpoint.query === undefined) return inPath
  const { properties, required } = schemaOf(endpoint.query, 'input')
  const names = Array.isArray(required) ? required : []
  const inQuery = Object.entries(properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: names.includes(name),
    schema,
  }))
  return [...inPath, ...inQuery]
}

const bytes = { type: 'string', format: 'binary' }

function contentOf(reply: Endpoint['reply']): Json {
  if (isFileReply(reply)) return { [reply.file]: { schema: { type: 'string' } } }
  if (isStreamReply(reply)) return { 'video/*': { schema: bytes }, 'audio/*': { schema: bytes } }
  return { 'application/json': { schema: schemaOf(reply, 'output') } }
}

function operationOf(name: string, endpoint: Endpoint): Json {
  const { reply, body } = endpoint
  const sent = endpoint.content ?? (body === undefined ? undefined : 'application/json')
  return {
    operationId: name,
    summary: endpoint.summary,
    description: `Who may call: ${accessText[endpoint.access]}`,
    ...(endpoint.access === 'public' ? { security: [] } : {}),
    parameters: parametersOf(endpoint),
    ...(sent === undefined
      ? {}
      : { requestBody: { required: true, content: { [sent]: { schema: body ? schemaOf(body, 'input') : bytes } } } }),
    responses: {
      [isStreamReply(reply) ? 206 : 200]: { description: 'Done.', content: contentOf(reply) },
      default: { $ref: '#/components/responses/Refusal' },
    },
  }
}

/** OpenAPI 3.1, made from the very schemas that the server checks with. */
export function describeApi(endpoints: ReadonlyMap<string, Endpoint>, version: string): Json {
  const paths: Record<string, Json> = {}
  for (const [name, endpoint] of endpoints) {
    const path = `/api${endpoint.path.replaceAll(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(name, endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Attune',
      version,
      description: 'Every call of the lab server. Writes need the Origin header of the lab.',
    },
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'attune' } },
      responses: {
        Refusal: {
          description: 'A refusal, always of this one shape.',
          content: { 'application/json': { schema: schemaOf(refusalReply, 'output') } },
        },
      },
    },
  }
}
