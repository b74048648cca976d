import type { NudgeWords } from '../words';

export const words: NudgeWords = {
  lang: 'es',
  why: '¿Por qué veo esto?',
  notNow: 'Ahora no',
  snooze: {
    hour: 'Durante una hora',
    today: 'Hasta mañana',
    week: 'Durante una semana',
    here: 'No en esta página',
    never: 'Esta, nunca más',
    mute: 'Ninguna ayuda',
  },
  settings: 'Ajustes',
  human: 'Hablar con una persona',
  steps: {
    at: 'Paso {n} de {of}',
    next: 'Siguiente',
    previous: 'Anterior',
    done: 'Listo',
  },
  close: 'Cerrar',
  helpFor: 'Ayuda para {at}',
  pressTab: 'Pulse la tecla Tab para llegar.',
  isLast: 'Está al final de la página.',
  quote: '«{at}»',
};
