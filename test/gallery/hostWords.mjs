/** What the gallery's host page says, and what its rules say, in the languages that are looked at. */
export const hostWords = {
  en: {
    shop: 'Orchard', title: 'Payment', basket: 'Basket', sum: '3 things, 24.80', name: 'Name on card', card: 'Card number', coupon: 'Coupon', pay: 'Pay now', later: 'Pay by invoice',
    nudge: { title: 'Stuck with paying?', body: 'Our card check is having a bad day. You can pay by invoice, at no extra cost.', cta: 'Pay by invoice', other: 'See accepted cards' },
    why: 'The payment was tried more than once.',
    line: 'Letters and numbers are both fine here.',
    steps: [['Your card', 'Any card with 16 digits will do.'], ['Got a coupon?', 'It comes off the sum before you pay.'], ['That is all', 'You get a mail at once.']],
  },
  de: {
    shop: 'Obstgarten', title: 'Zahlung', basket: 'Warenkorb', sum: '3 Artikel, 24,80', name: 'Name auf der Karte', card: 'Kartennummer', coupon: 'Gutschein', pay: 'Jetzt bezahlen', later: 'Auf Rechnung zahlen',
    nudge: { title: 'Klappt das Bezahlen nicht?', body: 'Unsere Kartenprüfung hat heute einen schlechten Tag. Sie können ohne Aufpreis auf Rechnung zahlen.', cta: 'Auf Rechnung zahlen', other: 'Welche Karten gehen' },
    why: 'Das Bezahlen wurde mehr als einmal versucht.',
    line: 'Buchstaben und Ziffern sind hier beide richtig.',
    steps: [['Ihre Karte', 'Jede Karte mit 16 Ziffern geht.'], ['Haben Sie einen Gutschein?', 'Er wird vor dem Bezahlen abgezogen.'], ['Das ist alles', 'Sie bekommen gleich eine Mail.']],
  },
  ar: {
    shop: 'البستان', title: 'الدفع', basket: 'السلة', sum: '3 منتجات، 24.80', name: 'الاسم على البطاقة', card: 'رقم البطاقة', coupon: 'قسيمة', pay: 'ادفع الآن', later: 'الدفع بالفاتورة',
    nudge: { title: 'هل تواجه صعوبة في الدفع؟', body: 'فحص البطاقات لا يعمل جيدًا اليوم. يمكنك الدفع بالفاتورة من دون تكلفة إضافية.', cta: 'الدفع بالفاتورة', other: 'البطاقات المقبولة' },
    why: 'جرت محاولة الدفع أكثر من مرة.',
    line: 'الحروف والأرقام مقبولة هنا.',
    steps: [['بطاقتك', 'أي بطاقة من 16 رقمًا تكفي.'], ['هل لديك قسيمة؟', 'تُخصم قبل الدفع.'], ['هذا كل شيء', 'تصلك رسالة فورًا.']],
  },
  ja: {
    shop: '果樹園', title: 'お支払い', basket: 'カート', sum: '3点、2,480円', name: 'カード名義', card: 'カード番号', coupon: 'クーポン', pay: '支払う', later: '請求書で支払う',
    nudge: { title: 'お支払いでお困りですか？', body: '本日カードの確認がうまく動いていません。追加料金なしで請求書払いをご利用いただけます。', cta: '請求書で支払う', other: '使えるカード' },
    why: '支払いが何度か試されました。',
    line: '文字も数字もお使いいただけます。',
    steps: [['カード', '16桁のカードならどれでも使えます。'], ['クーポンをお持ちですか？', 'お支払いの前に差し引かれます。'], ['以上です', 'すぐにメールが届きます。']],
  },
};
