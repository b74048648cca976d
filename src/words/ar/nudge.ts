import type { NudgeWords } from '../words';

export const words: NudgeWords = {
  lang: 'ar',
  why: 'لماذا أرى هذا؟',
  notNow: 'ليس الآن',
  snooze: {
    hour: 'لمدة ساعة',
    today: 'حتى الغد',
    week: 'لمدة أسبوع',
    here: 'ليس في هذه الصفحة',
    never: 'لا تُظهر هذه أبدًا',
    mute: 'لا أريد أي مساعدة',
  },
  settings: 'الإعدادات',
  human: 'التحدث إلى شخص',
  steps: {
    at: 'الخطوة {n} من {of}',
    next: 'التالي',
    previous: 'السابق',
    done: 'تم',
  },
  close: 'إغلاق',
  helpFor: 'مساعدة بشأن {at}',
  pressTab: 'اضغط Tab للوصول إليها.',
  isLast: 'توجد في آخر الصفحة.',
  quote: '«{at}»',
};
