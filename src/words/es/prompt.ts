import type { PromptWords } from '../words';

export const words: PromptWords = {
  lang: 'es',
  title: '¿Nos permite detectar cuándo esta página no le responde?',
  ask: 'Nos fijaríamos en los clics, las pausas y los errores de esta página, para ofrecerle ayuda cuando algo se complique.',
  never: 'Lo que escribe nunca se guarda ni se envía.',
  stays: 'Nada sale de su navegador.',
  leaves: 'Solo se envían notas sin su nombre ni sus palabras.',
  allow: 'Permitir',
  refuse: 'No, gracias',
  close: 'Cerrar',
  more: '¿Qué exactamente?',
  purposes: {
    notice: 'Se detecta: clics sin respuesta, errores, pausas largas, pasos sin terminar.',
    help: 'Ayuda: una pequeña tarjeta donde algo se complica, fácil de cerrar.',
    'share-with-support': 'Soporte: recibe un resumen solo si usted pide hablar con alguien.',
    improve: 'Se envía: notas anónimas sobre los fallos, para corregirlos.',
  },
  back: 'Puede retirar su permiso, todo o en parte, en cualquier momento.',
  changed: 'Usted ya lo permitió. Desde entonces ha cambiado esto:',
  storage: {
    local: 'Guardado en este navegador: su respuesta y algunas notas de uso.',
    session: 'Guardado hasta cerrar esta pestaña: su respuesta y algunas notas de uso.',
    memory: 'Guardado en este navegador: nada.',
  },
  recipient: 'Se envía a: {at}',
  retention: 'Allí se guarda {n, plural, one {un día} other {# días}}.',
  unlimited: 'Allí se guarda el tiempo que decida este sitio.',
};
