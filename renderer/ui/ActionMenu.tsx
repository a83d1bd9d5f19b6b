import { Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components';
import { Button } from './Button';
import { Icon, type IconComponent } from './Icon';
import listStyles from './list-box.module.css';

type Action<Id extends string> = { readonly id: Id; readonly label: string; readonly icon: IconComponent };

type Props<Id extends string> = {
  label: string;
  icon: IconComponent;
  actions: readonly Action<Id>[];
  onAction: (id: Id) => void;
  isBusy?: boolean;
  size?: 'medium' | 'small';
};

/** A button that opens a few ways to do one thing. */
export function ActionMenu<Id extends string>({ label, icon, actions, onAction, isBusy, size = 'small' }: Props<Id>) {
  return (
    <MenuTrigger>
      <Button size={size} icon={icon} isBusy={isBusy === true}>
        {label}
      </Button>
      <Popover className={listStyles.popover} offset={4} placement="bottom end">
        <Menu className={listStyles.list}>
          {actions.map((action) => (
            <MenuItem
              key={action.id}
              id={action.id}
              textValue={action.label}
              className={listStyles.option}
              onAction={() => onAction(action.id)}
            >
              <Icon of={action.icon} size="small" />
              <Text slot="label" className={listStyles.optionText}>
                {action.label}
              </Text>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
