import { Menu, MenuTrigger, Popover } from 'react-aria-components';
import { ActionItem, type Action } from './ActionItem';
import { Button } from './Button';
import type { IconComponent } from './icons';
import listStyles from './list-box.module.css';

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
            <ActionItem key={action.id} action={action} onAction={onAction} />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
