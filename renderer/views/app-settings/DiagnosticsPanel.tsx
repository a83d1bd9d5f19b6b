import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiagnosticsFile } from '../../../preload/contract/about-app';
import { api } from '../../api';
import { problemText } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import { SaveFileIcon, ViewIcon } from '../../ui/icons';
import { Panel } from '../../ui/Panel';
import { Select } from '../../ui/Select';
import { showToast } from '../../ui/toasts';
import styles from './Settings.module.css';

/** What support can be sent: seen first, then saved. */
export function DiagnosticsPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const [files, setFiles] = useState<readonly DiagnosticsFile[] | null>(null);
  const [isCollecting, setIsCollecting] = useState(false);
  const collect = async () => {
    setIsCollecting(true);
    try {
      setFiles(await api.diagnostics.collect());
    } finally {
      setIsCollecting(false);
    }
  };
  const save = async () => {
    const saved = await api.diagnostics.save();
    if (saved === null) return;
    if (saved.ok) showToast('success', t('ui.settings.diagnosticsSaved', { file: saved.value.file }));
    else showToast('error', problemText(saved.problem, language).message);
  };
  return (
    <Panel title={t('ui.settings.section.diagnostics')}>
      <p>{t('ui.settings.diagnosticsText')}</p>
      <div className={styles.buttons}>
        <Button icon={ViewIcon} isBusy={isCollecting} onPress={() => void collect()}>
          {t(files === null ? 'ui.settings.collect' : 'ui.settings.collectAgain')}
        </Button>
        {files === null ? null : (
          <Button variant="primary" icon={SaveFileIcon} onPress={() => void save()}>
            {t('ui.settings.saveDiagnostics')}
          </Button>
        )}
      </div>
      {files === null ? null : <Files files={files} />}
    </Panel>
  );
}

function Files({ files }: { files: readonly DiagnosticsFile[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [name, setName] = useState(files[0]?.name ?? '');
  const shown = files.find((file) => file.name === name);
  return (
    <>
      <Select
        label={t('ui.settings.diagnosticsFile')}
        value={name}
        onChange={setName}
        options={files.map((file) => ({
          value: file.name,
          label: file.name,
          detail: t('ui.settings.characters', { count: file.text.length, shown: formats.count(file.text.length) }),
        }))}
      />
      {/* It scrolls, so it can have the focus. */}
      <pre className={styles.text} tabIndex={0} role="region" aria-label={name}>
        {shown?.text}
      </pre>
    </>
  );
}
