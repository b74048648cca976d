import type { PromptWords } from '../words';

export const words: PromptWords = {
  lang: 'pt',
  title: 'Podemos notar quando esta página não lhe responde?',
  ask: 'Ficaríamos atentos a cliques, pausas e erros nesta página, para oferecer ajuda onde algo não avança.',
  never: 'O que você digita nunca é guardado nem enviado.',
  stays: 'Nada sai do seu navegador.',
  leaves: 'Só são enviadas notas sem o seu nome nem as suas palavras.',
  allow: 'Permitir',
  refuse: 'Não, obrigado',
  close: 'Fechar',
  more: 'O que exatamente?',
  purposes: {
    notice: 'Notamos: cliques sem resposta, erros, longas pausas, etapas inacabadas.',
    help: 'Ajuda: um pequeno cartão onde algo não avança, fácil de fechar.',
    'share-with-support': 'Suporte: recebe um resumo só se você pedir para falar com alguém.',
    improve: 'Enviado: notas anônimas sobre os problemas, para corrigi-los.',
  },
  back: 'Você pode retirar a permissão, toda ou em parte, quando quiser.',
  changed: 'Você já permitiu uma vez. Desde então mudou:',
  storage: {
    local: 'Guardado neste navegador: sua resposta e algumas notas de uso.',
    session: 'Guardado até fechar esta aba: sua resposta e algumas notas de uso.',
    memory: 'Guardado neste navegador: nada.',
  },
  recipient: 'Enviado para: {at}',
  retention: 'Lá é guardado por {n, plural, one {# dia} other {# dias}}.',
  unlimited: 'Lá é guardado pelo tempo que este site decidir.',
};
