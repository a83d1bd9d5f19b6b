import type { ArticleRow, CustomerRow } from '../../../preload/contract/views';
import { api } from '../../api';
import type { ComboBoxOption } from '../../ui/ComboBox';

const FOUND = 20;

/** Articles that the package takes; by hand made ones could not be sent either. */
export const findArticles = async (text: string): Promise<readonly ComboBoxOption[]> =>
  (await api.articles.find({ text, limit: FOUND })).filter(isUsable).map(({ id, code, description, groupName }) => ({
    id: String(id),
    label: `${code} ${description}`.trim(),
    detail: groupName,
  }));

export const findCustomers = async (text: string): Promise<readonly ComboBoxOption[]> => {
  const { recent, others } = await api.customers.find({ text, limit: FOUND });
  return [...recent, ...others].filter(isUsable).map(({ id, number, name, street, city }) => ({
    id: String(id),
    label: `${number} ${name}`.trim(),
    detail: [street, city].filter((part) => part !== '').join(', '),
  }));
};

const isUsable = ({ active, origin }: Pick<ArticleRow | CustomerRow, 'active' | 'origin'>): boolean =>
  active && origin === 'package';
