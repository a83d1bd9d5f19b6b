import { useTranslation } from 'react-i18next';
import type { LoginFacts } from '../../../preload/contract/views';
import { useFormats } from '../../i18n/use-formats';
import { Facts } from '../../ui/Facts';

/** Since when the login is there, and until when it lasts. */
export function LoginAge({ login: { sinceMs, endsAtMs, certainty } }: { login: LoginFacts }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Facts
      facts={[
        { label: t('ui.loginAge.since'), value: formats.moment(sinceMs), isNumber: true },
        {
          label: t('ui.loginAge.until'),
          value:
            endsAtMs !== null
              ? t('ui.loginAge.unused', { moment: formats.moment(endsAtMs) })
              : t(certainty === 'unknown' ? 'ui.loginAge.unknown' : 'ui.loginAge.endless'),
        },
      ]}
    />
  );
}
