import { useTranslation } from 'react-i18next';
import type { LoginEnd } from '../../../preload/contract/views';
import { useFormats } from '../../i18n/use-formats';
import { navigate } from '../../shell/use-route';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';

/** A login that is about to end, why, and the one thing that keeps it. */
export function LoginEndsBanner({ end }: { end: LoginEnd }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const values = { name: end.label, moment: formats.moment(end.endsAtMs) };
  return (
    <Banner
      tone="warning"
      title={end.endsAtMs > Date.now() ? t('ui.loginEnds.title', values) : t('ui.loginEnds.titlePast', values)}
      actions={
        <Button size="small" onPress={() => navigate('integrations', end.package)}>
          {t('ui.loginEnds.logIn')}
        </Button>
      }
    >
      {t(`ui.loginEnds.why.${end.why}`, { name: end.label })}
    </Banner>
  );
}
