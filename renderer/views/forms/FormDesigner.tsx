import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_QUESTIONS, type CustomFormRow, type Question } from '../../../preload/contract/custom-forms';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { AddIcon, BackIcon, SaveIcon } from '../../ui/icons';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { TextField } from '../../ui/TextField';
import { showToast } from '../../ui/toasts';
import { EMPTY_DESIGN, firstFault, newQuestion, withQuestion, type FormDesign } from './form-design';
import styles from './FormDesigner.module.css';
import { FormPreview } from './FormPreview';
import { useFormsStore, type DesignKey } from './forms-store';
import { QuestionDesign } from './QuestionDesign';
import { useMove } from './use-move';

const MAX_TITLE = 200;

/** One form: its questions, and beside them how it will be filled in. */
export function FormDesigner({ form }: { form: CustomFormRow | null }) {
  const { t } = useTranslation();
  const key: DesignKey = form?.id ?? 'new';
  const changed = useFormsStore((store) => store.designs[key]);
  const { problem, isBusy, change, discard, save } = useFormsStore();
  const [addedId, setAddedId] = useState<string | null>(null);
  const design = changed ?? (form === null ? EMPTY_DESIGN : { title: form.title, questions: form.current.questions });
  const { title, questions } = design;
  const put = (next: Partial<FormDesign>) => change(key, { ...design, ...next });
  const move = useMove(questions, (next) => put({ questions: next }));
  const fault = firstFault(questions);
  const isComplete = title.trim() !== '' && questions.length > 0 && fault === null;

  const add = () => {
    const question = newQuestion(crypto.randomUUID());
    setAddedId(question.id);
    put({ questions: [...questions, question] });
  };
  const remove = (question: Question) => {
    const before = questions;
    put({ questions: questions.filter((other) => other !== question) });
    showToast('info', t('ui.forms.questionGone'), {
      label: t('ui.forms.undo'),
      onPress: () => change(key, { ...design, questions: before }),
    });
  };
  const saveNow = async () => {
    const saved = await save(key);
    if (saved === null) return;
    showToast('success', t('ui.forms.saved', { title: saved.title }));
    navigate('forms', saved.id);
  };

  return (
    <Page
      title={form === null ? t('ui.forms.new') : form.title}
      intro={form !== null && form.workOrders > 0 ? t('ui.forms.usedText', { count: form.workOrders }) : undefined}
      actions={
        <>
          <Button icon={BackIcon} onPress={() => navigate('forms')}>
            {t('ui.forms.toList')}
          </Button>
          {changed ? <Button onPress={() => discard(key)}>{t('ui.workOrders.discard')}</Button> : null}
          <Button
            variant="primary"
            icon={SaveIcon}
            isDisabled={!changed || !isComplete}
            isBusy={isBusy}
            onPress={() => void saveNow()}
          >
            {t('ui.action.save')}
          </Button>
        </>
      }
    >
      {problem ? <ProblemBanner problem={problem} /> : null}
      <div className={styles.columns}>
        <Panel title={t('ui.forms.questions')}>
          <TextField
            label={t('ui.workOrders.formTitle')}
            value={title}
            onChange={(typed) => put({ title: typed })}
            maxLength={MAX_TITLE}
            autoFocus={form === null}
            isRequired
            isWide
          />
          {questions.length === 0 ? <p className={styles.none}>{t('ui.forms.noQuestions')}</p> : null}
          <ol className={styles.questions}>
            {questions.map((question, index) => (
              <li key={question.id}>
                <QuestionDesign
                  question={question}
                  number={index + 1}
                  questions={questions}
                  fault={fault?.id === question.id ? fault.fault : null}
                  isNew={question.id === addedId}
                  onChange={(next) => put({ questions: withQuestion(questions, next) })}
                  onMove={(by) => move(question.id, by)}
                  onRemove={() => remove(question)}
                />
              </li>
            ))}
          </ol>
          <div>
            <Button icon={AddIcon} isDisabled={questions.length >= MAX_QUESTIONS} onPress={add}>
              {t('ui.workOrders.addQuestion')}
            </Button>
          </div>
        </Panel>
        <Panel title={t('ui.forms.preview')}>
          <FormPreview questions={questions} />
        </Panel>
      </div>
    </Page>
  );
}
