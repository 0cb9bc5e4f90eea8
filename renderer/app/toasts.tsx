import { Notification } from '@mantine/core';
import { useToasts } from '../store/toasts.ts';
import styles from './toasts.module.css';

/** Words about what happened elsewhere; they stay until they are dismissed. */
export function Toasts() {
  const toasts = useToasts((state) => state.toasts);
  const dismiss = useToasts((state) => state.dismiss);
  return (
    <div className={styles.toasts} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <Notification
          key={toast.id}
          color={toast.tone === 'error' ? 'red' : 'accent'}
          onClose={() => dismiss(toast.id)}
          closeButtonProps={{ 'aria-label': 'Dismiss' }}
          withBorder
        >
          <span className={styles.text}>{toast.text}</span>
        </Notification>
      ))}
    </div>
  );
}
