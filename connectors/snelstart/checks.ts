import type { Connector, ConnectorContext, SettingCheck } from '../_kit/connector';
import { textLiteral } from '../_kit/odata-literals';
import { readRecords, textUnder } from '../_kit/records';
import { ok, type Result } from '../_kit/result';
import { settingValues } from '../_kit/setting-values';
import { allGroups, foundAll, inBoth, lookAlikeOf, notBooked, right, wrong } from '../_kit/setting-verdicts';
import { readArticleGroups, readTemplates } from './administration';
import { getPage, PAGED } from './api';
import { articleSchema } from './schemas';
import {
  articleInactive,
  articleNotPulled,
  articleUnknown,
  groupUnknown,
  templateDouble,
  templateInactive,
  templateUnknown,
} from './setting-problems';
import { fields, readSettings } from './settings';

/** Controleer. Articles, article groups and the template can be asked; the other settings are right by their form. */
export const checkSetting: Connector['checkSetting'] = (ctx, key) => {
  switch (key) {
    case 'travelArticle':
    case 'workArticle':
    case 'standardArticle':
      return checkArticle(ctx, key);
    case 'articleGroups':
      return checkArticleGroups(ctx);
    case 'template':
      return checkTemplate(ctx);
    default:
      throw new Error(`Setting ${key} has no live check`);
  }
};

/** The names of the active templates. */
export const listChoices: Connector['listChoices'] = async (ctx, key) => {
  if (key !== 'template') throw new Error(`Setting ${key} has no choices in SnelStart`);
  const templates = await readTemplates(ctx);
  if (!templates.ok) return templates;
  const names = [...new Set(templates.value.filter((one) => one.active).map((one) => one.name))];
  return ok(names.sort().map((name) => ({ value: name, label: inBoth(name) })));
};

async function checkArticle(ctx: ConnectorContext, key: string): Promise<Result<SettingCheck>> {
  const code = settingValues(fields, ctx.settings).text(key);
  if (code === '') return notBooked;
  const page = await getPage(ctx, PAGED.artikelen, { filter: `Artikelcode eq ${textLiteral(code)}`, skip: 0 });
  if (!page.ok) return page;
  const { read } = readRecords(page.value, articleSchema, (row) => ({
    externalId: textUnder(row, 'id'),
    label: textUnder(row, 'artikelcode'),
  }));
  // Codes are compared as text, capitals and leading zeros count, however the filter compares them.
  const article = read.find((one) => one.artikelcode === code);
  const lookAlike = read.find((one) => !one.isNonActief)?.artikelcode;
  if (article === undefined) return wrong(articleUnknown(code, lookAlike));
  if (article.isNonActief) return wrong(articleInactive(code));

  const { articleGroups } = readSettings(ctx.settings);
  if (articleGroups.length > 0) {
    const groups = await readArticleGroups(ctx);
    if (!groups.ok) return groups;
    const group = groups.value.groups.find((one) => one.id === article.artikelOmzetgroep)?.name ?? '';
    if (!articleGroups.includes(group)) return wrong(articleNotPulled(code, group));
  }
  return right(inBoth(`${code}: ${article.omschrijving}`));
}

async function checkArticleGroups(ctx: ConnectorContext): Promise<Result<SettingCheck>> {
  const { articleGroups: asked } = readSettings(ctx.settings);
  if (asked.length === 0) return allGroups;
  const groups = await readArticleGroups(ctx);
  if (!groups.ok) return groups;
  const names = groups.value.groups.map((group) => group.name);
  const missing = asked.find((name) => !names.includes(name));
  if (missing !== undefined) return wrong(groupUnknown(missing, lookAlikeOf(missing, names)));
  return foundAll(asked);
}

async function checkTemplate(ctx: ConnectorContext): Promise<Result<SettingCheck>> {
  const { template: asked } = readSettings(ctx.settings);
  if (asked === '') return right({ nl: 'SnelStart bepaalt het sjabloon.', en: 'SnelStart decides on the template.' });
  const templates = await readTemplates(ctx);
  if (!templates.ok) return templates;
  const found = templates.value.filter((one) => one.name === asked);
  const active = found.filter((one) => one.active);
  if (active.length === 1) return foundAll([asked]);
  if (active.length > 1) return wrong(templateDouble(asked));
  if (found.length > 0) return wrong(templateInactive(asked));
  const names = templates.value.filter((one) => one.active).map((one) => one.name);
  return wrong(templateUnknown(asked, lookAlikeOf(asked, names)));
}
