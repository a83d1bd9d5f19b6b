import { ListBoxItem, Text } from 'react-aria-components';
import { Icon } from './Icon';
import { TickedIcon } from './icons';
import styles from './list-box.module.css';

type Props = {
  id: string;
  label: string;
  /** A second line that tells options of the same name apart. */
  detail?: string | undefined;
  isDisabled?: boolean;
};

/** One option of a Select or a ComboBox. */
export function OptionItem({ id, label, detail, isDisabled }: Props) {
  return (
    <ListBoxItem id={id} textValue={label} className={styles.option} isDisabled={isDisabled}>
      {({ isSelected }) => (
        <>
          {isSelected ? <Icon of={TickedIcon} size="small" /> : null}
          <Text slot="label" className={styles.optionText}>
            {label}
          </Text>
          {detail ? (
            <Text slot="description" className={styles.optionDetail}>
              {detail}
            </Text>
          ) : null}
        </>
      )}
    </ListBoxItem>
  );
}
