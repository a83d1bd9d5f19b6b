import { useEffect, useRef, useState, type KeyboardEvent as KeyPress } from 'react';
import {
  ComboBox as AriaComboBox,
  Button,
  Group,
  Header,
  Input,
  ListBox,
  ListBoxSection,
  Popover,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './ComboBox.module.css';
import { Field, fieldClassName, type FieldProps } from './Field';
import fieldStyles from './field.module.css';
import { Icon } from './Icon';
import { UnfoldIcon } from './icons';
import { withKeys } from './key-shortcuts';
import listStyles from './list-box.module.css';
import { OptionItem } from './OptionItem';
import { Spinner } from './Spinner';

export type ComboBoxOption = {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly isDisabled?: boolean;
  /** Heading under which it stands, with those beside it that have the same. */
  readonly section?: string;
};

type Props<O extends ComboBoxOption> = FieldProps & {
  /** The chosen option, which need not be among the found ones. */
  value: ComboBoxOption | null;
  onChange: (option: O | null) => void;
  /** Keys that bring the focus here, as in `aria-keyshortcuts`. */
  keys?: string;
  /** Finds options for what is typed; empty text asks for the first ones. */
  search: (text: string) => Promise<readonly O[]>;
  /** A last choice that makes a new one of what was typed. */
  adding?: { readonly label: (typed: string) => string; readonly onAdd: (typed: string) => void } | undefined;
  autoFocus?: boolean;
};

/** Time to go on typing before a search starts. */
const TYPING_PAUSE_MS = 120;

/** Keys that choose from the list: pressed before its answer, they would choose from that to fewer letters. */
const CHOOSING_KEYS: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'Enter']);

/** Id of the choice that makes a new one; no record has it. */
const ADD_ID = '+';

/** One of many, found by typing: a customer, an article. */
export function ComboBox<O extends ComboBoxOption>({
  value,
  onChange,
  search,
  adding,
  autoFocus,
  keys,
  ...field
}: Props<O>) {
  const { t } = useTranslation();
  const [text, setText] = useState<string | null>(null);
  const [found, setFound] = useState<readonly O[]>([]);
  const [isSearching, setIsSearching] = useState(false);
  const lastSearch = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const early = useRef<{ readonly input: HTMLElement; readonly keys: string[] }>(null);

  const keepEarlyKey = (event: KeyPress<HTMLInputElement>) => {
    if (!isSearching || !CHOOSING_KEYS.has(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    early.current ??= { input: event.currentTarget, keys: [] };
    early.current.keys.push(event.key);
  };
  useEffect(() => {
    const kept = early.current;
    if (isSearching || kept === null) return;
    early.current = null;
    void press(kept.input, kept.keys);
  }, [isSearching]);

  const find = (query: string, pauseMs: number) => {
    const mine = ++lastSearch.current;
    setIsSearching(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      void search(query).then((options) => {
        if (mine !== lastSearch.current) return;
        setFound(options);
        setIsSearching(false);
      });
    }, pauseMs);
  };

  // The chosen option stays in the list: react-aria restores the text of the field from it.
  const options: readonly ComboBoxOption[] =
    value && !found.some((option) => option.id === value.id) ? [...found, value] : found;
  const typed = text === null || text === value?.label ? '' : text.trim();

  return (
    <AriaComboBox
      className={fieldClassName(field)}
      defaultFilter={() => true}
      value={value?.id ?? null}
      onChange={(key) => {
        setText(null);
        if (key === ADD_ID) {
          adding?.onAdd(typed);
          return;
        }
        const option = found.find((candidate) => candidate.id === key);
        if (option) onChange(option);
        else if (key === null && value) onChange(null);
      }}
      inputValue={text ?? value?.label ?? ''}
      onInputChange={(typed) => {
        setText(typed);
        if (typed === '' && value) onChange(null);
        find(typed === value?.label ? '' : typed, TYPING_PAUSE_MS);
      }}
      onBlur={() => setText(null)}
      onOpenChange={(isOpen, trigger) => {
        if (isOpen && trigger !== 'input') find('', 0);
      }}
      autoFocus={autoFocus}
      allowsEmptyCollection
      menuTrigger="input"
      isInvalid={field.error !== undefined}
      isRequired={field.isRequired}
      isDisabled={field.isDisabled}
      validationBehavior="aria"
    >
      <Field {...field}>
        <Group className={fieldStyles.group}>
          <Input
            ref={withKeys(keys)}
            className={fieldStyles.input}
            placeholder={t('ui.field.typeToSearch')}
            onKeyDownCapture={keepEarlyKey}
          />
          {isSearching ? (
            <span className={styles.searching}>
              <Spinner />
            </span>
          ) : null}
          <Button className={styles.open}>
            <Icon of={UnfoldIcon} />
          </Button>
        </Group>
      </Field>
      <Popover className={listStyles.popover} offset={4}>
        <ListBox
          className={listStyles.list}
          renderEmptyState={() => (
            <p className={listStyles.empty}>{isSearching ? t('ui.state.loading') : t('ui.field.nothingFound')}</p>
          )}
        >
          {sectionsOf(options).map(({ heading, rows }) =>
            heading === undefined ? (
              rows.map(item)
            ) : (
              <ListBoxSection key={heading} id={`${ADD_ID}${heading}`}>
                <Header className={listStyles.heading}>{heading}</Header>
                {rows.map(item)}
              </ListBoxSection>
            ),
          )}
          {adding ? item({ id: ADD_ID, label: adding.label(typed) }) : null}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

/** Presses keys one after another, each once the page shows what the one before it did. */
async function press(input: HTMLElement, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await new Promise((resolve) => setTimeout(resolve));
    input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }
}

const item = ({ id, label, detail, isDisabled = false }: ComboBoxOption) => (
  <OptionItem key={id} id={id} label={label} detail={detail} isDisabled={isDisabled} />
);

/** Options that stand together under one heading, or under none. */
function sectionsOf(options: readonly ComboBoxOption[]) {
  const sections: { readonly heading: string | undefined; readonly rows: ComboBoxOption[] }[] = [];
  for (const option of options) {
    const last = sections.at(-1);
    if (last !== undefined && last.heading === option.section) last.rows.push(option);
    else sections.push({ heading: option.section, rows: [option] });
  }
  return sections;
}
