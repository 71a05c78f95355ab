import type { ModalView } from '@slack/types';

export function messageModal(title: string, text: string): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: title },
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }],
  };
}

/** Opened at once, while the trigger is fresh; replaced by `views.update` when the facts are there. */
export function loadingModal(title: string): ModalView {
  return messageModal(title, '…');
}
