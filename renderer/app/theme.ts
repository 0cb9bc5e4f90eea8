import {
  ActionIcon,
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  Input,
  type MantineColorsTuple,
  Menu,
  Modal,
  PasswordInput,
  SegmentedControl,
  Select,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';
import styles from './theme.module.css';

const accent: MantineColorsTuple = [
  '#eff3fb',
  '#e0e8f7',
  '#c3d2f0',
  '#a3b9e8',
  '#93b4f7',
  '#5f83cf',
  '#3d65bd',
  '#2d54a6',
  '#24478f',
  '#1b3670',
];
const gray: MantineColorsTuple = [
  '#f6f6f3',
  '#ecece8',
  '#dcdcd6',
  '#c9cac5',
  '#898b88',
  '#6a6d70',
  '#585c60',
  '#45484b',
  '#303335',
  '#1d1f21',
];
const dark: MantineColorsTuple = [
  '#e9e9e6',
  '#cfd0d1',
  '#abaeb3',
  '#8f9298',
  '#797c82',
  '#36383c',
  '#28292c',
  '#1b1c1e',
  '#171819',
  '#121314',
];

const compact = { defaultProps: { size: 'xs' } };
/** Nothing that is typed is kept by the browser: no history of fields, no text in a saved session. */
const typed = { defaultProps: { ...compact.defaultProps, autoComplete: 'off' } };
const words = { description: styles.description, error: styles.error };
const named = { ...words, input: styles.field };
const field = { ...typed, classNames: named };

/** One accent, small controls, no shadow heavier than a menu's. Colours that carry text come from `styles/tokens.css`. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  colors: { accent, gray, dark },
  fontFamily: "'Source Sans 3 Variable', 'Source Sans 3', 'Segoe UI', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, monospace",
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.375rem' },
  headings: { fontWeight: '600' },
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  shadows: {
    xs: 'none',
    sm: '0 1px 2px rgb(0 0 0 / 0.12)',
    md: '0 4px 14px rgb(0 0 0 / 0.16)',
    lg: '0 4px 14px rgb(0 0 0 / 0.16)',
    xl: '0 4px 14px rgb(0 0 0 / 0.16)',
  },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'default',
  components: {
    Button: Button.extend(compact),
    ActionIcon: ActionIcon.extend({
      defaultProps: { size: '1.75rem', variant: 'subtle', color: 'gray' },
      classNames: { root: styles.icon },
    }),
    Checkbox: Checkbox.extend(compact),
    Input: Input.extend(compact),
    TextInput: TextInput.extend(field),
    PasswordInput: PasswordInput.extend({
      ...typed,
      classNames: { ...words, input: styles.secret, innerInput: styles.secretInner },
    }),
    Textarea: Textarea.extend(field),
    Select: Select.extend({
      defaultProps: { ...field.defaultProps, comboboxProps: { withinPortal: false, floatingStrategy: 'fixed' } },
      classNames: named,
    }),
    SegmentedControl: SegmentedControl.extend({
      ...compact,
      classNames: { root: styles.segments, label: styles.segment },
    }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } }),
    Modal: Modal.extend({
      defaultProps: {
        transitionProps: { duration: 0 },
        centered: true,
        overlayProps: { backgroundOpacity: 0.35 },
      },
      classNames: { content: styles.modalContent, title: styles.modalTitle, header: styles.modalHeader },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        withinPortal: false,
        floatingStrategy: 'fixed',
        openDelay: 500,
        transitionProps: { duration: 0 },
      },
    }),
  },
});

/** Mantine's own variables, pointed at the app's tokens so that both reach the same contrast. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-dimmed': 'var(--ink-quiet)',
    '--mantine-color-placeholder': 'var(--ink-quiet)',
    '--mantine-color-error': 'var(--referral)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--surface-hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--button-line)',
    '--mantine-primary-color-filled': 'var(--accent-fill)',
    '--mantine-primary-color-filled-hover': 'var(--accent-fill-hover)',
    '--mantine-color-accent-filled': 'var(--accent-fill)',
    '--mantine-color-accent-filled-hover': 'var(--accent-fill-hover)',
    '--mantine-color-accent-text': 'var(--accent)',
    '--mantine-color-accent-light-color': 'var(--accent)',
    '--mantine-color-accent-outline': 'var(--accent)',
    '--mantine-color-gray-light-color': 'var(--ink)',
    '--mantine-color-gray-text': 'var(--ink-quiet)',
    '--mantine-color-disabled': 'var(--surface-sunken)',
    '--mantine-color-disabled-color': 'var(--ink-quiet)',
    '--mantine-color-disabled-border': 'var(--hairline)',
  };
  return { variables: {}, light: shared, dark: shared };
};
