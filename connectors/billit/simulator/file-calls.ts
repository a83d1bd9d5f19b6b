import { jsonResponse, type SimulatorRequest, type SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { isObject, ModelReader, type ModelState } from '../../_kit/simulator/model-reader';
import type { PathParameters } from '../../_kit/simulator/router';
import type { CompanyApi } from './company-api';
import { fileProblems, mimeTypeOf } from './file-rules';
import type { OrderFile, StoredDocument } from './model';
import { readDay, readFile } from './order-input';
import { modelProblem, notFound, problem } from './problems';
import { momentText } from './sql-date-time';

/** GET /v1/files/{fileID}: the content, in base64. A file of another company is not found. */
export function showFile(api: CompanyApi, _request: SimulatorRequest, { id = '' }: PathParameters): SimulatorResponse {
  const file = api.options.books.files.byId(id);
  if (file === null) return notFound();
  return jsonResponse(200, {
    FileID: file.id,
    FileName: file.fileName,
    MimeType: file.mimeType,
    FileContent: file.content,
  });
}

/** POST /v1/documents: a loose document, tied to no order. Answers its id, bare. */
export async function createDocument(api: CompanyApi, request: SimulatorRequest): Promise<SimulatorResponse> {
  const { books, newUuid, saved } = api.options;
  const body = api.readBody(request);
  if ('refusal' in body) return body.refusal;
  const state: ModelState = {};
  if (!isObject(body.json)) return modelProblem({ document: ['An object is expected.'] });
  const reader = new ModelReader(body.json, 'document', state, false);
  const file = reader.object('File', readFile);
  const name = reader.text('Name');
  const description = reader.text('Description');
  const documentDate = readDay(reader, 'DocumentDate');
  if (Object.keys(state).length > 0) return modelProblem(state);
  if (file === null) return api.refused([problem('RequiredField_0_', 'File')]);
  const problems = fileProblems(file, 'File');
  if (problems.length > 0) return api.refused(problems);
  const stored: OrderFile = { fileId: newUuid(), fileName: file.fileName ?? '' };
  const { fileId, fileName } = stored;
  books.files.add({ id: fileId, fileName, mimeType: mimeTypeOf(fileName), content: file.content ?? '' });
  const createdAtMs = books.stampMs();
  const document: StoredDocument = {
    id: books.takeId(),
    name: name ?? fileName,
    description: description ?? '',
    documentDate: documentDate ?? momentText(createdAtMs, 'local').slice(0, 10),
    tags: tagsOf(body.json),
    file: stored,
    createdAtMs,
  };
  books.documents.add(document);
  await saved();
  return jsonResponse(200, Number(document.id));
}

function tagsOf(body: Readonly<Record<string, unknown>>): readonly string[] {
  const tags = Object.entries(body).find(([name]) => name.toLowerCase() === 'tags')?.[1];
  return Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === 'string') : [];
}
