/** Follows one number to and fro, and says when it turns: it has gone at least so far one way, and then so far back. */
export function createTurns(least: number): (value: number) => boolean {
  let end: number | undefined;
  let way = 0;

  return (value) => {
    end ??= value;
    const by = value - end;
    const isOn = by * way > 0;
    if (!isOn && Math.abs(by) < least) return false;
    const turned = !isOn && way !== 0;
    way = Math.sign(by);
    end = value;
    return turned;
  };
}
