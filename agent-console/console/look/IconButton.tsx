/** A button that is only a drawing: its name is not optional. */
import { ActionIcon, type ActionIconProps } from '@mantine/core';
import { ariaKey } from '../shell/keys.js';
import { Icon, type IconName } from './icons.js';

interface IconButtonProps extends Omit<ActionIconProps, 'children'> {
  icon: IconName;
  name: string;
  onPress?: () => void;
  shortcut?: string;
  'aria-pressed'?: boolean;
  'aria-expanded'?: boolean;
  'aria-controls'?: string;
}

export function IconButton({ icon, name, onPress, shortcut, ...props }: IconButtonProps) {
  return (
    <ActionIcon
      {...props}
      aria-label={name}
      title={name}
      onClick={onPress}
      aria-keyshortcuts={shortcut && ariaKey(shortcut)}
    >
      <Icon name={icon} />
    </ActionIcon>
  );
}
