fn main() {
    for w in std::env::args().skip(1) {
        println!(
            "{w} {:?}",
            qawl::analysis::mentions::vocabulary::look_up(qawl::analysis::lexicon::hash_word(&w))
        );
    }
}
