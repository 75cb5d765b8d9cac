//! SHA-256 as FIPS 180-4 defines it, slow, for tests to compare with. Its constants are computed from prime numbers.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

/// The first 32 bits of the fraction of a square or cube root.
fn fraction_of_root(prime: u128, degree: u32) -> u32 {
    // The root times 2^32, rounded down: below 8 × 2^32 for the first 64 primes.
    let (mut low, mut high) = (0_u128, 1_u128 << 35);
    while high - low > 1 {
        let middle = u128::midpoint(low, high);
        if middle.pow(degree) <= prime << (32 * degree) {
            low = middle;
        } else {
            high = middle;
        }
    }
    u32::try_from(low & u128::from(u32::MAX)).unwrap()
}

/// The SHA-256 of a message, in the names of FIPS 180-4, 6.2.2.
#[expect(clippy::many_single_char_names, reason = "the standard names them so")]
pub(crate) fn digest(message: &[u8]) -> [u8; 32] {
    let primes: Vec<u128> = (2..).filter(|n| (2..*n).all(|d| n % d != 0)).take(64).collect();
    let constants: Vec<u32> = primes.iter().map(|&prime| fraction_of_root(prime, 3)).collect();
    let mut hash: Vec<u32> = primes.iter().take(8).map(|&prime| fraction_of_root(prime, 2)).collect();

    let mut padded = message.to_vec();
    padded.push(0x80);
    while padded.len() % 64 != 56 {
        padded.push(0);
    }
    padded.extend((message.len() as u64 * 8).to_be_bytes());

    for block in padded.chunks(64) {
        let mut words: Vec<u32> =
            block.chunks(4).map(|bytes| u32::from_be_bytes(bytes.try_into().unwrap())).collect();
        for t in 16..64 {
            let (x, y) = (words[t - 2], words[t - 15]);
            let sigma1 = x.rotate_right(17) ^ x.rotate_right(19) ^ (x >> 10);
            let sigma0 = y.rotate_right(7) ^ y.rotate_right(18) ^ (y >> 3);
            words.push(sigma1.wrapping_add(words[t - 7]).wrapping_add(sigma0).wrapping_add(words[t - 16]));
        }
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h]: [u32; 8] =
            hash.as_slice().try_into().unwrap();
        for (constant, word) in constants.iter().zip(&words) {
            let sum1 = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
            let choice = (e & f) ^ (!e & g);
            let t1 = h.wrapping_add(sum1).wrapping_add(choice).wrapping_add(*constant).wrapping_add(*word);
            let sum0 = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
            let majority = (a & b) ^ (a & c) ^ (b & c);
            let t2 = sum0.wrapping_add(majority);
            (h, g, f, e, d, c, b, a) = (g, f, e, d.wrapping_add(t1), c, b, a, t1.wrapping_add(t2));
        }
        for (part, more) in hash.iter_mut().zip([a, b, c, d, e, f, g, h]) {
            *part = part.wrapping_add(more);
        }
    }
    let bytes: Vec<u8> = hash.iter().flat_map(|part| part.to_be_bytes()).collect();
    bytes.try_into().unwrap()
}

/// A message of so many bytes.
fn message(length: usize) -> Vec<u8> {
    (0..length).map(|at| u8::try_from(at * 7 % 256).unwrap()).collect()
}

/// Digests by the GNU program: `python3 -c "import sys; sys.stdout.buffer.write(bytes(i * 7 % 256 for i in range(55)))" |
/// sha256sum`, around the lengths at which the padding needs another block.
#[test]
fn digests_are_those_of_sha256sum() {
    let known = [
        (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (3, "b361d0f9a938a2bb4fbdc9c21dc5a859788041b0040919d8a811c1888184f4df"),
        (55, "576a1bf8d4478657e6dc4af9398544765c2a92cde28478b019235cfed315fc09"),
        (56, "9b20501dfd1d99161c257950f3444f3e49230c351c5c8e0943ef369f85f5205d"),
        (63, "30b345906b493f06f69444b6521113511c242f30e29840462950035043682f1e"),
        (64, "d8bc63b4fc1156e5e7d95a418b9bf54cd3174bedbc2db40f74895349b229b3c0"),
        (65, "1ee23b0fbcaecc1aff4a9e8f1645f35ab2c8e13609cd73b68df8b5e3f63ce073"),
        (119, "7a6589821178918ca8d9edaba5abfc1e9b2669564f4469b66885379c1530b2c8"),
        (1_000, "89f4ff56a25dd1db06a4ce6033603775d705fb96f30f8693733fef602a1ca532"),
    ];
    for (length, expected) in known {
        let found: Vec<String> = digest(&message(length)).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(found.concat(), expected, "{length}");
    }
}

#[test]
fn the_library_hashes_as_the_standard_says() {
    for length in (0..=260).chain([1_000, 4_095, 4_096, 4_097]) {
        let message = message(length);
        assert_eq!(hmac_sha256::Hash::hash(&message), digest(&message), "{length}");
    }
}
