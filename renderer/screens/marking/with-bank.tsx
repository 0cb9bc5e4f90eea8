import type { ReactNode } from 'react';
import { BankDesk } from '../../features/comment-bank/bank-desk.tsx';
import { BankField } from '../../features/comment-bank/bank-field.tsx';
import { type FeedbackSlot, FeedbackSlotProvider } from '../../features/mark-sheet/feedback-slot.ts';
import { useRoute } from '../../store/route.ts';

const field: FeedbackSlot = (place) => <BankField {...place} />;
const toBank = () => useRoute.getState().go({ screen: 'bank' });

/** A desk whose feedback fields reach the comment bank. */
export function WithBank({ children }: { readonly children: ReactNode }) {
  return (
    <FeedbackSlotProvider value={field}>
      {children}
      <BankDesk onKeepBank={toBank} />
    </FeedbackSlotProvider>
  );
}
