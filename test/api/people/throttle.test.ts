import { describe, expect, it } from 'vitest'
import { createThrottle, networkOf } from '../../../api/src/people/throttle.ts'

function clock() {
  let time = 0
  const advance = (milliseconds: number) => {
    time += milliseconds
  }
  return { now: () => new Date(time), advance }
}

describe('the throttle', () => {
  it('doubles the wait with each try, up to a minute', () => {
    const { now, advance } = clock()
    const throttle = createThrottle(now)
    const limits = [{ key: 'ada', free: 1 }]
    const isLetIn = () => {
      try {
        throttle.begin(limits)
        return true
      } catch {
        return false
      }
    }
    expect(isLetIn()).toBe(true)
    const waits = Array.from({ length: 8 }, () => {
      let seconds = 0
      while (!isLetIn()) {
        advance(1000)
        seconds += 1
      }
      return seconds
    })
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
  })

  it('gives a network only the good try back, and the account all of them', () => {
    const throttle = createThrottle(clock().now)
    const account = { key: 'ada', free: 2 }
    const network = { key: 'net', free: 2 }
    throttle.begin([account, network])
    throttle.succeed('ada', 'net')
    throttle.begin([account, network])
    throttle.begin([account, network])
    expect(() => throttle.begin([account])).toThrow('Too many tries')
  })

  it('forgets after an hour of quiet', () => {
    const { now, advance } = clock()
    const throttle = createThrottle(now)
    for (let tries = 0; tries < 4; tries += 1) throttle.begin([{ key: 'ada', free: 5 }])
    advance(3_600_001)
    for (let tries = 0; tries < 5; tries += 1) throttle.begin([{ key: 'ada', free: 5 }])
  })
})

describe('a network', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:2::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', ''],
  ])('of %j is %j', (address, network) => expect(networkOf(address)).toBe(network))
})
