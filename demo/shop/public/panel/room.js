/** Makes room for the panel before anything is painted, so that no page jumps when it opens. A plain script, because modules come too late. */
document.documentElement.classList.toggle('beside-panel', (sessionStorage.getItem('shop.panel') ?? (matchMedia('(min-width: 75rem)').matches ? 'open' : 'closed')) === 'open');
