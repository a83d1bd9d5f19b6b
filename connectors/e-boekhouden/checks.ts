import type { Connector, ConnectorContext, SettingCheck } from '../_kit/connector';
import type { PulledArticleGroup } from '../_kit/model';
import { ok, type Result } from '../_kit/result';
import { settingValues } from '../_kit/setting-values';
import { allGroups, foundAll, inBoth, notBooked, right, wrong } from '../_kit/setting-verdicts';
import type { Choice } from '../_kit/settings';
import type { ArticleFilter } from './api';
import { portionsOf } from './capped-list';
import { articleList, askArticles, readArticles, selectedGroups } from './lists';
import { groupOf, isSelected } from './map';
import type { Article } from './schemas';
import { articleInactive, articleNotPulled, articleUnknown, groupUnknown, templateMissing } from './setting-problems';
import { fields, readSettings } from './settings';

/** Controleer. Articles and their groups can be asked; of templates there is no list over SOAP. */
export const checkSetting: Connector['checkSetting'] = (ctx, key) => {
  switch (key) {
    case 'travelArticle':
    case 'workArticle':
    case 'standardArticle':
      return checkArticle(ctx, key);
    case 'articleGroups':
      return checkArticleGroups(ctx);
    case 'template':
      return Promise.resolve(checkTemplate(ctx));
    default:
      throw new Error(`Setting ${key} has no live check`);
  }
};

/** The article groups, by name. */
export const listChoices: Connector['listChoices'] = async (ctx, key) => {
  if (key !== 'articleGroups') throw new Error(`Setting ${key} has no choices in e-Boekhouden`);
  const groups = new Map<string, PulledArticleGroup>();
  for await (const portion of portionsOf(articleList(ctx, []), null, { thorough: false })) {
    if (!portion.ok) return portion;
    for (const article of readArticles(portion.value.rows).read) {
      const group = groupOf(article);
      if (group !== null) groups.set(group.externalId, group);
    }
  }
  const choices = [...groups.values()].map(({ externalId, name }): Choice => {
    const label = name === externalId ? name : `${name} (${externalId})`;
    return { value: externalId, label: inBoth(label) };
  });
  return ok(choices.sort((one, other) => one.label.nl.localeCompare(other.label.nl, 'nl')));
};

async function checkArticle(ctx: ConnectorContext, key: string): Promise<Result<SettingCheck>> {
  const code = settingValues(fields, ctx.settings).text(key);
  if (code === '') return notBooked;
  const found = await articlesBy(ctx, { code });
  if (!found.ok) return found;
  // Codes are compared as text, capitals and leading zeros count, however the filter compares them.
  const article = found.value.find((one) => one.ArtikelCode === code);
  if (article === undefined) {
    const lookAlike = found.value.find((one) => one.ArtikelCode.toLowerCase() === code.toLowerCase());
    return wrong(articleUnknown(code, lookAlike?.ArtikelCode));
  }
  if (!article.Actief) return wrong(articleInactive(code));
  if (!isSelected(article.GroepCode, selectedGroups(ctx))) {
    return wrong(articleNotPulled(code, groupOf(article)?.name ?? ''));
  }
  const detail = `${code}: ${article.ArtikelOmschrijving}`;
  return right(inBoth(detail));
}

/** Each group by its code: a group is there as long as an article is in it. */
async function checkArticleGroups(ctx: ConnectorContext): Promise<Result<SettingCheck>> {
  const { articleGroups } = readSettings(ctx.settings);
  if (articleGroups.length === 0) return allGroups;
  const names: string[] = [];
  for (const code of articleGroups) {
    const found = await articlesBy(ctx, { groupCode: code });
    if (!found.ok) return found;
    const group = found.value.map(groupOf).find((one) => one?.externalId === code) ?? null;
    if (group === null) return wrong(groupUnknown(code));
    names.push(group.name);
  }
  return foundAll(names);
}

function checkTemplate(ctx: ConnectorContext): Result<SettingCheck> {
  const { template } = readSettings(ctx.settings);
  if (template === '') return wrong(templateMissing());
  return ok({
    ok: true,
    verified: false,
    detail: {
      nl: `‘${template}’ is ingevuld. Simon kan vooraf niet nagaan of dit sjabloon bestaat: dat blijkt bij de eerste factuur. Vergelijk de naam letter voor letter met e-Boekhouden: Beheer, Sjablonen.`,
      en: `‘${template}’ is filled in. Simon cannot check beforehand whether this template exists: the first invoice shows it. Compare the name letter by letter with e-Boekhouden: Beheer, Sjablonen.`,
    },
  });
}

async function articlesBy(ctx: ConnectorContext, filter: ArticleFilter): Promise<Result<readonly Article[]>> {
  const rows = await askArticles(ctx, filter);
  return rows.ok ? ok(readArticles(rows.value).read) : rows;
}
