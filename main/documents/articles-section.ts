import type { WorkOrderDetail } from '../../preload/contract/views';
import { html, type Markup } from './markup';
import type { SheetWords } from './sheet';

/** What was used, without prices; null when nothing is booked. */
export function articlesSection(
  { articles, articleRows }: WorkOrderDetail,
  { say, formats }: SheetWords,
): Markup | null {
  if (articles.length === 0) return null;
  const byId = new Map(articleRows.map((row) => [row.id, row]));
  return html`<h2>${say('articles')}</h2>
    <table>
      <thead>
        <tr>
          <th class="code">${say('code')}</th>
          <th>${say('description')}</th>
          <th class="number">${say('quantity')}</th>
          <th>${say('unit')}</th>
        </tr>
      </thead>
      <tbody>
        ${articles.map(({ articleId, quantity, description }) => {
          const article = byId.get(articleId);
          return html`<tr>
            <td>${article?.code ?? ''}</td>
            <td class="text" dir="auto">${description ?? article?.description ?? ''}</td>
            <td class="number">${formats.decimal(quantity)}</td>
            <td class="brief">${article?.unit ?? ''}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
}
