import type { NudgeWords } from '../words';

export const words: NudgeWords = {
  lang: 'ja',
  why: '表示された理由',
  notNow: '今はしない',
  snooze: {
    hour: '1時間表示しない',
    today: '明日まで表示しない',
    week: '1週間表示しない',
    here: 'このページでは表示しない',
    never: 'これは二度と表示しない',
    mute: 'お手伝いを一切表示しない',
  },
  settings: '設定',
  human: '担当者に相談する',
  steps: {
    at: '手順 {n}／{of}',
    next: '次へ',
    previous: '前へ',
    done: '完了',
  },
  close: '閉じる',
  helpFor: '{at}についてのお手伝い',
  pressTab: 'Tabキーで移動できます。',
  isLast: 'ページの最後にあります。',
  quote: '「{at}」',
};
