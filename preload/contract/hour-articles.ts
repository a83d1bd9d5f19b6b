/** The settings of a package that name the articles of booked time; an empty one means that it is not booked. */
import { COMMON_KEYS } from '../../connectors/_kit/settings';

export const HOUR_ARTICLE_SETTINGS = { work: COMMON_KEYS.workArticle, travel: COMMON_KEYS.travelArticle } as const;
