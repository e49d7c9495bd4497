//! The scorer's figures on the gold articles, where those are there: no figure
//! of the list (`tests/accuracy/figures.txt`) may fall by more than a point.
//! `UPDATE=1` writes the figures as they are.
//!
//! The gold articles are no part of the project; without them, or without
//! Python for their scorer, the test says so and passes.

use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path, process::Command};

use qawl::{analysis::analyse, document::Document, extract::Format};

const FIGURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/accuracy/figures.txt");
const SHARED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared");

/// Each set of articles: its name, its folder, whether entities count in it.
const SETS: [(&str, &str, bool); 3] = [
    ("dev", "evaluation/dev", true),
    ("train", "evaluation/train", true),
    ("statements", "training/statements", false),
];

/// How far a figure may fall, in thousandths.
const FALL: i64 = 10;

/// Figures in thousandths, by set and name.
type Figures = BTreeMap<String, i64>;

#[test]
fn no_figure_falls_by_more_than_a_point() {
    let scorer = Path::new(SHARED).join("evaluation/score.py");
    if !scorer.exists() || Command::new("python3").arg("-V").output().is_err() {
        eprintln!("skipped: no gold articles or no python3 to score them with");
        return;
    }
    let mut now = Figures::new();
    std::thread::scope(|scope| {
        let sets = SETS.map(|set| scope.spawn(move || score(set)));
        for set in sets {
            now.extend(set.join().expect("a set is scored"));
        }
    });
    if std::env::var_os("UPDATE").is_some() {
        fs::write(FIGURES, written(&now)).expect("the figures are written");
        return;
    }
    let fallen: Vec<String> = recorded()
        .iter()
        .filter_map(|(name, before)| {
            let figure = now.get(name).copied().unwrap_or_default();
            (figure + FALL < *before).then(|| format!("{name}: {before} before, {figure} now"))
        })
        .collect();
    assert!(
        fallen.is_empty(),
        "figures fell (in thousandths):\n{}",
        fallen.join("\n")
    );
}

/// Analyses the articles of one set and asks the scorer.
fn score((name, folder, entities): (&str, &str, bool)) -> Figures {
    let gold = Path::new(SHARED).join(folder);
    let answers = std::env::temp_dir().join(format!("qawl-accuracy-{}-{name}", std::process::id()));
    fs::create_dir_all(&answers).expect("a folder for answers");
    for entry in fs::read_dir(&gold).expect("the gold folder").flatten() {
        let file = entry.file_name().to_string_lossy().into_owned();
        let Some(id) = file.strip_suffix(".gold.json") else {
            continue;
        };
        let json = fs::read(entry.path()).expect("a gold file");
        let value: serde_json::Value = serde_json::from_slice(&json).expect("gold JSON");
        let document = Document::new(value["text"].as_str().expect("a text"));
        let mut answer = Vec::new();
        Format::Json.render(&document, &analyse(&document), &mut answer);
        fs::write(answers.join(format!("{id}.json")), answer).expect("an answer is written");
    }
    let output = Command::new("python3")
        .arg(Path::new(SHARED).join("evaluation/score.py"))
        .args([&gold, &answers])
        .output()
        .expect("the scorer runs");
    fs::remove_dir_all(&answers).expect("the answers are removed");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "the scorer failed on {name}: {told}"
    );
    figures(name, &told, entities)
}

/// Reads what the scorer prints: a name, then a figure, or precision, recall and F1.
fn figures(set: &str, told: &str, entities: bool) -> Figures {
    told.lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            let name = words.next()?;
            let numbers: Vec<f64> = words.map_while(|w| w.parse().ok()).collect();
            let figure = *numbers.get(2).or(numbers.first())?;
            let wanted = !name.ends_with('~') && (entities || !name.starts_with("entity"));
            let thousandths = (figure * 1000.0).round() as i64;
            (wanted && name.starts_with(char::is_alphabetic) && figure <= 1.0)
                .then(|| (format!("{set} {name}"), thousandths))
        })
        .collect()
}

fn recorded() -> Figures {
    let text = fs::read_to_string(FIGURES).expect("the figures");
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let (name, figure) = line.rsplit_once(' ')?;
            Some((name.to_owned(), figure.parse().ok()?))
        })
        .collect()
}

fn written(figures: &Figures) -> String {
    let mut text = String::from(
        "# The scorer's figures on the gold articles, in thousandths (F1; speaker and kind:\n\
         # share that is right). Written by UPDATE=1 cargo test --test accuracy.\n",
    );
    for (name, figure) in figures {
        let _ = writeln!(text, "{name} {figure}");
    }
    text
}

#[test]
fn the_scorer_is_read() {
    let told = "23 articles\n\
                who-said-what          0.654  0.636  0.645   (P R F1)\n\
                speaker                0.754\n\
                entity:PER             0.9  0.9  0.900   (P R F1)\n\
                entity:PER~            0.9  0.9  0.950   (P R F1)\n\
                weakest: an-article 0.00\n";
    let read = figures("dev", told, true);
    let expected = [
        ("dev entity:PER", 900),
        ("dev speaker", 754),
        ("dev who-said-what", 645),
    ];
    assert_eq!(read, expected.map(|(n, f)| (n.to_owned(), f)).into());
    assert_eq!(figures("dev", told, false).len(), 2);
}
