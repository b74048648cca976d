import type { Notice } from './parts';
import { noticeWith } from './detect/noticeWith';
import { detectors } from './detect/registry';

/** The detect stage with every detector there is. */
export const notice: Notice = noticeWith(detectors);
