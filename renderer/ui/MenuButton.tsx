import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  Text,
} from 'react-aria-components';
import { ActionItem, type Action } from './ActionItem';
import { classNames } from './class-names';
import { Icon } from './Icon';
import { TickedIcon, UnfoldIcon, WarningIcon } from './icons';
import listStyles from './list-box.module.css';
import styles from './MenuButton.module.css';

type Choice = { readonly id: string; readonly label: string; readonly detail?: string | undefined };

type Props = {
  /** That something among the choices asks for a look; shown as a mark, and read aloud. */
  mark?: string | undefined;
  /** What is chosen here; read aloud before the choice, and above the list. */
  label: string;
  choices: readonly Choice[];
  chosen: string;
  /** Also called for the one that is chosen already. */
  onChoose: (id: string) => void;
  /** What else can be done here, below the choices. */
  actions: readonly Action[];
  onAction: (id: string) => void;
};

/** A name that is a button: behind it the others to choose from, and what can be done with them. */
export function MenuButton({ label, mark, choices, chosen, onChoose, actions, onAction }: Props) {
  const current = choices.find(({ id }) => id === chosen)?.label ?? '';
  return (
    <MenuTrigger>
      <Button className={styles.button} aria-label={[`${label}: ${current}`, mark].filter(Boolean).join(', ')}>
        <span className={styles.current} title={current}>
          {current}
        </span>
        {mark === undefined ? null : (
          <span className={styles.mark} title={mark}>
            <Icon of={WarningIcon} size="small" />
          </span>
        )}
        <Icon of={UnfoldIcon} />
      </Button>
      <Popover className={classNames(listStyles.popover, styles.menu)} offset={4} placement="bottom start">
        <Menu className={listStyles.list}>
          <MenuSection
            selectionMode="single"
            selectedKeys={[chosen]}
            disallowEmptySelection
            onSelectionChange={(keys) => {
              if (keys !== 'all') for (const key of keys) onChoose(String(key));
            }}
          >
            <Header className={styles.heading}>{label}</Header>
            {choices.map((choice) => (
              <MenuItem key={choice.id} id={choice.id} textValue={choice.label} className={listStyles.option}>
                {({ isSelected }) => (
                  <>
                    {isSelected ? <Icon of={TickedIcon} size="small" /> : null}
                    <Text slot="label" className={listStyles.optionText}>
                      {choice.label}
                    </Text>
                    {choice.detail ? (
                      <Text slot="description" className={listStyles.optionDetail}>
                        {choice.detail}
                      </Text>
                    ) : null}
                  </>
                )}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className={styles.separator} />
          {actions.map((action) => (
            <ActionItem key={action.id} action={action} onAction={onAction} />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
