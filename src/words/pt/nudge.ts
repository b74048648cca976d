import type { NudgeWords } from '../words';

export const words: NudgeWords = {
  lang: 'pt',
  why: 'Por que estou vendo isto?',
  notNow: 'Agora não',
  snooze: {
    hour: 'Por uma hora',
    today: 'Até amanhã',
    week: 'Por uma semana',
    here: 'Não nesta página',
    never: 'Esta, nunca mais',
    mute: 'Nenhuma ajuda',
  },
  settings: 'Configurações',
  human: 'Falar com uma pessoa',
  steps: {
    at: 'Etapa {n} de {of}',
    next: 'Próximo',
    previous: 'Anterior',
    done: 'Concluir',
  },
  close: 'Fechar',
  helpFor: 'Ajuda para {at}',
  pressTab: 'Pressione Tab para chegar lá.',
  isLast: 'Fica no fim da página.',
  quote: '“{at}”',
};
