import { MenuItem, Text } from 'react-aria-components';
import { Icon } from './Icon';
import type { IconComponent } from './icons';
import listStyles from './list-box.module.css';

export type Action<Id extends string = string> = {
  readonly id: Id;
  readonly label: string;
  readonly icon: IconComponent;
};

/** Something to do, in an open menu. */
export function ActionItem<Id extends string>({
  action: { id, label, icon },
  onAction,
}: {
  action: Action<Id>;
  onAction: (id: Id) => void;
}) {
  return (
    <MenuItem id={id} textValue={label} className={listStyles.option} onAction={() => onAction(id)}>
      <Icon of={icon} size="small" />
      <Text slot="label" className={listStyles.optionText}>
        {label}
      </Text>
    </MenuItem>
  );
}
