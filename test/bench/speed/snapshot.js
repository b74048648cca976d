/**
 * Bytes of reachable JavaScript data, from a heap snapshot. Machine code that the engine makes for what runs often is left out, as are
 * the browser's own objects: a soak would show how it warms up, and hide what is kept.
 * @param {import('playwright').CDPSession} cdp
 */
export async function dataBytes(cdp) {
  /** @type {string[]} */
  const chunks = [];
  const take = (/** @type {{ chunk: string }} */ { chunk }) => void chunks.push(chunk);
  cdp.on('HeapProfiler.addHeapSnapshotChunk', take);
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.takeHeapSnapshot');
  cdp.off('HeapProfiler.addHeapSnapshotChunk', take);
  return sizeOfData(JSON.parse(chunks.join('')));
}

/**
 * @param {{ nodes: number[], snapshot: { meta: { node_fields: string[], node_types: [string[], ...unknown[]] } } }} snapshot
 */
export function sizeOfData({ nodes, snapshot: { meta } }) {
  const [type, size] = [meta.node_fields.indexOf('type'), meta.node_fields.indexOf('self_size')];
  let bytes = 0;
  for (let i = 0; i < nodes.length; i += meta.node_fields.length) {
    if (!/^(code|native|synthetic)$/.test(meta.node_types[0][nodes[i + type] ?? 0] ?? '')) bytes += nodes[i + size] ?? 0;
  }
  return bytes;
}
