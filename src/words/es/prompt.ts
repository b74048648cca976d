import type { PromptWords } from '../words';

export const words: PromptWords = {
  lang: 'es',
  title: '¿Podemos notar cuándo esta página no le responde?',
  ask: 'Miraríamos los clics, las pausas y los errores en esta página, para ayudarle donde algo falla.',
  never: 'Lo que escribe no se guarda ni se envía.',
  stays: 'Nada sale de su navegador.',
  leaves: 'Solo se envían notas sin su nombre ni sus palabras.',
  allow: 'Permitir',
  refuse: 'No, gracias',
  close: 'Cerrar',
  more: '¿Qué exactamente?',
  purposes: {
    notice: 'Se nota: clics sin respuesta, errores, pausas largas, pasos sin terminar.',
    help: 'Ayuda: una pequeña tarjeta donde algo falla. Siempre puede cerrarla.',
    'share-with-support': 'Soporte: recibe un resumen solo si usted pide una persona.',
    improve: 'Se envía: notas anónimas sobre los fallos, para repararlos.',
  },
  back: 'Puede retirar su permiso en cualquier momento.',
};
