/**
 * What of the connector kit crosses the bridge inside calls and views, for the screens: the renderer may import the
 * contract, not the connectors.
 */
export type { Administration, SettingCheck } from '../../connectors/_kit/connector';
export type { DecimalString } from '../../connectors/_kit/decimal';
export type { DocumentRequest, OutgoingDocument, RequestLine } from '../../connectors/_kit/document';
export type { ConnectorId, CredentialField, Manifest } from '../../connectors/_kit/manifest';
export type { Address, Resource } from '../../connectors/_kit/model';
export type { Problem, ProblemKind } from '../../connectors/_kit/problem';
export type { Result } from '../../connectors/_kit/result';
export type { Choice, SettingField, Settings } from '../../connectors/_kit/settings';
export { holdsFilterWord } from '../../connectors/_kit/filter-word';
export { OFFICE_ZONE } from '../../connectors/_kit/office-zone';
export { ADMINISTRATION_KEY } from '../../connectors/_kit/settings';
export type { Json, LocalizedText } from '../../connectors/_kit/text';
