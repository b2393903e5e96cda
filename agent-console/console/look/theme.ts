/**
 * Mantine speaks our tokens: its own colours are mapped here, once, because several of its defaults (dimmed, placeholder,
 * error) cannot be read well enough. No component names a colour of Mantine.
 */
import {
  ActionIcon,
  Button,
  Checkbox,
  createTheme,
  Menu,
  Modal,
  Radio,
  type CSSVariablesResolver,
  type MantineThemeOverride,
  type VariantColorsResolver,
} from '@mantine/core';
import dialog from './dialog.module.css';

const ink = (name: string) => `var(--c-${name})`;

/** `filled` solid, `default` neutral, `subtle` text alone, `light` a meaning on its paper. `color` is a token. */
const variantColorResolver: VariantColorsResolver = ({ variant, color }) => {
  const token = color && color !== 'accent' ? color : 'accent';
  if (variant === 'filled') {
    const hover = `color-mix(in srgb, ${ink(token)} 88%, ${ink('text')})`;
    return { background: ink(token), hover, color: ink('on-accent'), border: '1px solid transparent' };
  }
  if (variant === 'light') {
    return {
      background: ink(`${token}-tint`),
      hover: ink('hover'),
      color: ink(token),
      border: `1px solid ${ink(token)}`,
    };
  }
  if (variant === 'subtle') {
    return { background: 'transparent', hover: ink('hover'), color: ink(token), border: '1px solid transparent' };
  }
  return { background: ink('canvas'), hover: ink('hover'), color: ink('text'), border: `1px solid ${ink('line')}` };
};

export const cssVariablesResolver: CSSVariablesResolver = () => {
  const mapped = {
    '--mantine-color-body': ink('canvas'),
    '--mantine-color-text': ink('text'),
    '--mantine-color-bright': ink('text'),
    '--mantine-color-dimmed': ink('muted'),
    '--mantine-color-placeholder': ink('muted'),
    '--mantine-color-anchor': ink('accent'),
    '--mantine-color-error': ink('high'),
    '--mantine-color-default': ink('canvas'),
    '--mantine-color-default-hover': ink('hover'),
    '--mantine-color-default-color': ink('text'),
    '--mantine-color-default-border': ink('line'),
    '--mantine-color-disabled': ink('hover'),
    '--mantine-color-disabled-color': ink('muted'),
    '--mantine-color-disabled-border': ink('hair'),
    '--mantine-primary-color-filled': ink('accent'),
    '--mantine-primary-color-filled-hover': ink('accent'),
    '--mantine-primary-color-contrast': ink('on-accent'),
    '--mantine-primary-color-light-color': ink('accent'),
  };
  return { variables: {}, light: mapped, dark: mapped };
};

/** One tuple is needed to name a primary colour; nothing reads its shades. */
const accentShades = Array.from({ length: 10 }, () => ink('accent')) as unknown as NonNullable<
  MantineThemeOverride['colors']
>[string];

/** `close`: the word for closing, in the person's language. */
export const themeFor = (close: string): MantineThemeOverride =>
  createTheme({
    colors: { accent: accentShades },
    primaryColor: 'accent',
    variantColorResolver,
    fontFamily: 'inherit',
    fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
    lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '22px', xl: '26px' },
    spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
    radius: { xs: '4px', sm: '4px', md: '4px', lg: '8px', xl: '8px' },
    defaultRadius: 'sm',
    cursorType: 'pointer',
    focusRing: 'never',
    respectReducedMotion: true,
    components: {
      Button: Button.extend({
        defaultProps: { variant: 'default' },
        vars: () => ({
          // Written on the button itself: a part of the screen that wants other measures gives `--own-…`.
          root: {
            '--button-height': 'var(--own-height, var(--control))',
            '--button-padding-x': 'var(--own-padding-x, 10px)',
            '--button-fz': 'var(--own-fz, 13px)',
          },
        }),
        styles: (_theme, { variant }) => ({ root: { fontWeight: variant === 'filled' ? 600 : 400 } }),
      }),
      ActionIcon: ActionIcon.extend({
        defaultProps: { variant: 'subtle' },
        vars: () => ({ root: { '--ai-size': 'var(--control)' } }),
      }),
      Input: {
        vars: () => ({
          wrapper: {
            '--input-height': 'var(--control)',
            '--input-fz': '14px',
            '--input-bd': ink('line'),
            '--input-bg': ink('canvas'),
          },
        }),
      },
      InputWrapper: {
        defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
        styles: {
          label: { fontSize: 13, fontWeight: 600, marginBottom: 4 },
          // Clear of the ring around the field that has the focus.
          error: { fontSize: 13, marginTop: 6 },
          description: { fontSize: 12, marginTop: 6 },
        },
      },
      Modal: Modal.extend({
        defaultProps: {
          centered: true,
          closeButtonProps: { 'aria-label': close },
          transitionProps: { duration: 0 },
          overlayProps: { backgroundOpacity: 0.35 },
        },
        classNames: dialog,
      }),
      // A dialog's first line is not another banner of the page.
      ModalHeader: { defaultProps: { role: 'presentation' } },
      Menu: Menu.extend({
        // Beside its button, so that it lies in the same part of the page. Its placeholder would be a child that no menu may
        // have: the focus starts on the first item.
        defaultProps: {
          transitionProps: { duration: 0 },
          position: 'bottom-start',
          withinPortal: false,
          offset: 4,
          withInitialFocusPlaceholder: false,
        },
      }),
      Radio: Radio.extend({
        classNames: { radio: dialog.choice },
        vars: () => ({ root: { '--radio-color': ink('accent'), '--radio-icon-color': ink('on-accent') } }),
      }),
      Checkbox: Checkbox.extend({
        classNames: { input: dialog.choice },
        vars: () => ({ root: { '--checkbox-color': ink('accent'), '--checkbox-icon-color': ink('on-accent') } }),
      }),
    },
  });
