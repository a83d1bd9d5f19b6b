import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CleanUpQuestion } from '../../../preload/contract/views';
import { useFormats } from '../../i18n/use-formats';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { CleanUpDialog } from './CleanUpDialog';

/** What the clean-up would not do without the office's word. */
export function CleanUpQuestions({ questions }: { questions: readonly CleanUpQuestion[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [openedId, setOpenedId] = useState<number | null>(null);
  const opened = questions.find(({ id }) => id === openedId);
  return (
    <>
      {questions.map(({ id, resource, reason, toRemove, present }) => (
        <Banner
          key={id}
          tone={reason === 'asked-for' ? 'info' : 'warning'}
          title={t(`ui.cleanUp.question.${resource}`, { count: toRemove, shown: formats.count(toRemove) })}
          actions={
            <Button size="small" onPress={() => setOpenedId(id)}>
              {t('ui.cleanUp.look')}
            </Button>
          }
        >
          <p>{t(`ui.cleanUp.why.${reason}`, { present: formats.count(present) })}</p>
        </Banner>
      ))}
      {opened ? <CleanUpDialog key={opened.id} question={opened} onClose={() => setOpenedId(null)} /> : null}
    </>
  );
}
