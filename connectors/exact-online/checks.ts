import { amsterdamDay } from '../_kit/amsterdam-day';
import type { Connector, ConnectorContext, SettingCheck } from '../_kit/connector';
import { textLiteral } from '../_kit/odata-literals';
import { readRecords, textUnder } from '../_kit/records';
import { ok, type Result } from '../_kit/result';
import { settingValues } from '../_kit/setting-values';
import { allGroups, foundAll, inBoth, lookAlikeOf, notBooked, right, wrong } from '../_kit/setting-verdicts';
import type { Choice } from '../_kit/settings';
import { divisionOf, labelOf, readDivisions, refusalOf } from './administration';
import { allRows } from './api';
import { isSelected, readArticleGroups } from './article-groups';
import { readJournals, SALES_JOURNAL } from './journals';
import { administrationUnknown } from './problems';
import { itemSchema } from './schemas';
import {
  articleInactive,
  articleNotPulled,
  articleUnknown,
  groupUnknown,
  journalBlocked,
  journalNotForSales,
  journalUnknown,
  notFilledIn,
} from './setting-problems';
import { fields, readSettings } from './settings';
import { isValidOn } from './turns';

/**
 * Controleer. Administration, journal, articles and article groups can be asked; the other settings are right by their
 * form. Everything is asked by a filter, whose empty answer is no error: errors are counted.
 */
export const checkSetting: Connector['checkSetting'] = (ctx, key) => {
  switch (key) {
    case 'administration':
      return checkAdministration(ctx);
    case 'journal':
      return checkJournal(ctx);
    case 'travelArticle':
    case 'workArticle':
    case 'standardArticle':
      return checkArticle(ctx, key);
    case 'articleGroups':
      return checkArticleGroups(ctx);
    default:
      throw new Error(`Setting ${key} has no live check`);
  }
};

/** The administrations of the login that can be worked with, and the sales journals of the chosen one. */
export const listChoices: Connector['listChoices'] = async (ctx, key) => {
  if (key === 'administration') {
    const found = await readDivisions(ctx);
    if (!found.ok) return found;
    const usable = found.value.divisions.filter((division) => refusalOf(division) === null);
    return ok(usable.map((division) => choice(division.Code, labelOf(division))));
  }
  if (key !== 'journal') throw new Error(`Setting ${key} has no choices in Exact Online`);
  const journals = await readJournals(ctx, `Type eq ${SALES_JOURNAL}`);
  if (!journals.ok) return journals;
  return ok(
    journals.value
      .filter((journal) => !journal.IsBlocked)
      .map(({ Code, Description }) => choice(Code, `${Code} ${Description}`.trim())),
  );
};

async function checkAdministration(ctx: ConnectorContext): Promise<Result<SettingCheck>> {
  const { administration: asked } = readSettings(ctx.settings);
  if (asked === '') return wrong(notFilledIn({ nl: 'een administratie', en: 'an administration' }));
  const found = await readDivisions(ctx);
  if (!found.ok) return found;
  const division = divisionOf(found.value.divisions, asked);
  if (division === undefined) return wrong(administrationUnknown(asked));
  const refusal = refusalOf(division);
  return refusal === null ? right(inBoth(labelOf(division))) : wrong(refusal);
}

async function checkJournal(ctx: ConnectorContext): Promise<Result<SettingCheck>> {
  const { journal: asked } = readSettings(ctx.settings);
  if (asked === '') return wrong(notFilledIn({ nl: 'een dagboek', en: 'a journal' }));
  const journals = await readJournals(ctx, `Code eq ${textLiteral(asked)}`);
  if (!journals.ok) return journals;
  const journal = journals.value.find((one) => one.Code === asked);
  if (journal === undefined) return wrong(journalUnknown(asked));
  const { Code, Description, Type, IsBlocked } = journal;
  if (Type !== SALES_JOURNAL) return wrong(journalNotForSales(Code, Description));
  return IsBlocked ? wrong(journalBlocked(Code, Description)) : right(inBoth(`${Code} ${Description}`.trim()));
}

async function checkArticle(ctx: ConnectorContext, key: string): Promise<Result<SettingCheck>> {
  const code = settingValues(fields, ctx.settings).text(key);
  if (code === '') return notBooked;
  const rows = await allRows(ctx, {
    path: 'logistics/Items',
    select: ['ID', 'Code', 'Description', 'ItemGroup', 'IsSalesItem', 'StartDate', 'EndDate'],
    // The package may tell capitals apart: the ways in which codes are mostly written are asked for as well.
    filter: [...new Set([code, code.toUpperCase(), code.toLowerCase()])]
      .map((spelling) => `Code eq ${textLiteral(spelling)}`)
      .join(' or '),
  });
  if (!rows.ok) return rows;
  const { read } = readRecords(rows.value, itemSchema, (row) => ({
    externalId: textUnder(row, 'ID'),
    label: textUnder(row, 'Code'),
  }));
  const today = amsterdamDay(ctx.clock.nowMs());
  const isActive = (item: (typeof read)[number]): boolean => item.IsSalesItem && isValidOn(item, today);
  // Codes are compared as text, capitals and leading zeros count, however the filter compares them.
  const article = read.find((one) => one.Code === code);
  if (article === undefined) return wrong(articleUnknown(code, read.find(isActive)?.Code));
  if (!isActive(article)) return wrong(articleInactive(code));

  const { articleGroups } = readSettings(ctx.settings);
  if (articleGroups.length > 0) {
    const groups = await readArticleGroups(ctx);
    if (!groups.ok) return groups;
    const group = groups.value.groups.find((one) => one.id === article.ItemGroup);
    if (group === undefined || !isSelected(group, articleGroups)) {
      return wrong(articleNotPulled(code, group?.name ?? ''));
    }
  }
  return right(inBoth(`${code}: ${article.Description}`));
}

async function checkArticleGroups(ctx: ConnectorContext): Promise<Result<SettingCheck>> {
  const { articleGroups: asked } = readSettings(ctx.settings);
  if (asked.length === 0) return allGroups;
  const groups = await readArticleGroups(ctx);
  if (!groups.ok) return groups;
  const names = groups.value.groups.map((group) => group.name);
  const missing = asked.find((name) => !names.includes(name));
  if (missing !== undefined) {
    return wrong(groupUnknown(missing, lookAlikeOf(missing, names)));
  }
  return foundAll(asked);
}

const choice = (value: string, label: string): Choice => ({ value, label: inBoth(label) });
