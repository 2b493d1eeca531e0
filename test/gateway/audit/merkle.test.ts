import fc from 'fast-check'
import { GrowingTree } from '../../../gateway/audit/growing-tree.ts'
import {
  EMPTY_ROOT,
  hashLeaf,
  hashNode,
  isConsistent,
  isIncluded,
  proveConsistency,
  proveInclusion,
  rootAt,
  type NodeAt,
} from '../../../gateway/audit/merkle.ts'

// The eight records of the tests of Certificate Transparency, and the roots after each.
const RECORDS = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'))

const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

describe('the tree of RFC 6962', () => {
  it('has the root of an empty list', () => {
    expect(EMPTY_ROOT.toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
  })

  it('has the published roots of one to eight records', async () => {
    const tree = GrowingTree.fromRows(0, [])
    const leaves = RECORDS.map(hashLeaf)
    for (const [i, leaf] of leaves.entries()) {
      tree.append(leaf)
      expect(tree.root().toString('hex')).toBe(ROOTS[i])
      expect((await rootAt(i + 1, nodesOf(leaves))).toString('hex')).toBe(ROOTS[i])
    }
  })

  it('gives the same root grown one by one, gone on from its tiles, or computed at once', async () => {
    const leaves = makeLeaves(1_300)
    const tree = GrowingTree.fromRows(0, [])
    const rows: Buffer[][] = []
    for (const [i, leaf] of leaves.entries()) {
      tree.append(leaf)
      if (![1, 255, 256, 257, 512, 700, 1_300].includes(i + 1)) continue
      rows.length = 0
      for (const { level, bytes } of tree.partialTiles()) {
        rows[Number(level)] = Array.from({ length: bytes.length / 32 }, (_, at) =>
          bytes.subarray(at * 32, at * 32 + 32),
        )
      }
      const again = GrowingTree.fromRows(
        i + 1,
        Array.from(rows, (row) => row ?? []),
      )
      expect(again.root()).toEqual(tree.root())
      expect(await rootAt(i + 1, nodesOf(leaves))).toEqual(tree.root())
    }
  })
})

describe('proofs', () => {
  it('of inclusion hold for every record of every tree of up to 40, and for no other record', async () => {
    const leaves = makeLeaves(40)
    const nodes = nodesOf(leaves)
    for (let size = 1; size <= 40; size++) {
      const root = await rootAt(size, nodes)
      for (let index = 0; index < size; index++) {
        const proof = await proveInclusion(index, size, nodes)
        expect(isIncluded(leaves[index]!, index, size, proof, root)).toBe(true)
        expect(isIncluded(hashLeaf(Buffer.from('x')), index, size, proof, root)).toBe(false)
        expect(isIncluded(leaves[index]!, (index + 1) % size, size, proof, root)).toBe(size === 1)
      }
    }
  })

  it('of consistency hold between any two sizes, and for no other old root', async () => {
    const leaves = makeLeaves(40)
    const nodes = nodesOf(leaves)
    for (let old = 1; old <= 40; old++) {
      for (let size = old; size <= 40; size++) {
        const proof = await proveConsistency(old, size, nodes)
        const then = { size: old, root: await rootAt(old, nodes) }
        const now = { size, root: await rootAt(size, nodes) }
        expect(isConsistent(then, now, proof)).toBe(true)
        expect(isConsistent({ size: old, root: EMPTY_ROOT }, now, proof)).toBe(false)
        expect(isConsistent(then, { size, root: EMPTY_ROOT }, proof)).toBe(false)
      }
    }
  })

  it('fail when any one bit, or the number of their hashes, is changed', async () => {
    const leaves = makeLeaves(600)
    const nodes = nodesOf(leaves)
    await fc.assert(
      fc.asyncProperty(
        fc
          .integer({ min: 2, max: 600 })
          .chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1))),
        fc.nat(),
        fc.boolean(),
        async ([size, index], bit, isShorter) => {
          const root = await rootAt(size, nodes)
          const proof = (await proveInclusion(index, size, nodes)).map((hash) => Buffer.from(hash))
          expect(isIncluded(leaves[index]!, index, size, proof, root)).toBe(true)
          if (isShorter) proof.pop()
          else {
            const at = bit % (proof.length * 256)
            proof[at >> 8]![(at >> 3) & 31]! ^= 1 << (at & 7)
          }
          expect(isIncluded(leaves[index]!, index, size, proof, root)).toBe(false)
          expect(isIncluded(leaves[index]!, index, size, [...proof, root], root)).toBe(false)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('of consistency fail for a log that was rewritten before the old size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 300 }),
        fc.nat(300),
        fc.nat(),
        async (old, more, at) => {
          const leaves = makeLeaves(old + more)
          const forked = leaves.with(at % old, hashLeaf(Buffer.from('another record')))
          const then = { size: old, root: await rootAt(old, nodesOf(leaves)) }
          const now = { size: old + more, root: await rootAt(old + more, nodesOf(forked)) }
          const proof = await proveConsistency(old, old + more, nodesOf(forked))
          expect(isConsistent(then, now, proof)).toBe(false)
        },
      ),
      { numRuns: 60 },
    )
  })
})

function makeLeaves(count: number): readonly Buffer[] {
  return Array.from({ length: count }, (_, i) => hashLeaf(Buffer.from(`record ${i}`)))
}

/** Nodes straight from the leaves, by the definition of the RFC. */
function nodesOf(leaves: readonly Buffer[]): NodeAt {
  return async function nodeAt(level, index): Promise<Buffer> {
    if (level === 0) return leaves[index]!
    return hashNode(await nodeAt(level - 1, index * 2), await nodeAt(level - 1, index * 2 + 1))
  }
}
