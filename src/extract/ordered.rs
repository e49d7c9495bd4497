//! Work shared out to threads, results in the order of the items, so much in
//! flight and no more.

use std::{
    iter,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        mpsc::{Receiver, Sender, SyncSender, channel, sync_channel},
    },
    thread,
};

/// How many items a thread may have waiting.
const WAITING: usize = 4;

/// The weight of all items in flight stays below this, unless one alone is heavier.
const HEAVIEST: usize = 64 << 20;

/// What one item becomes, or the panic that it ended in.
type Outcome<U> = thread::Result<U>;

/// An item, and where its outcome goes.
type Job<T, U> = (T, Sender<Outcome<U>>);

/// Does `work` on each item on `jobs` threads, and the taking of items on one
/// more. The results come in the order of the items, each as soon as it and all
/// before it are done. Where they are not taken, no more items are.
///
/// A panic of `work` goes on in the thread that takes the results.
pub(super) fn ordered<T: Send + 'static, U: Send + 'static>(
    items: impl Iterator<Item = T> + Send + 'static,
    weight: fn(&T) -> usize,
    jobs: usize,
    work: impl Fn(T) -> U + Send + Sync + 'static,
) -> impl Iterator<Item = U> {
    let jobs = jobs.max(1);
    let scale = Scale::default();
    let (to_workers, waiting) = sync_channel(jobs * WAITING);
    let (to_writer, promised) = sync_channel(jobs * WAITING);
    share_out(jobs, waiting, work);
    let load = scale.clone();
    thread::spawn(move || take(items, weight, &load, &to_workers, &to_writer));
    let unload = Unload(scale);
    iter::from_fn(move || {
        let (weight, outcome): (usize, Receiver<Outcome<U>>) = promised.recv().ok()?;
        let outcome = outcome.recv().ok()?;
        unload.0.remove(weight);
        Some(outcome.unwrap_or_else(|panic| resume_unwind(panic)))
    })
}

/// Takes items as long as anybody wants them.
fn take<T, U>(
    items: impl Iterator<Item = T>,
    weight: fn(&T) -> usize,
    scale: &Scale,
    to_workers: &SyncSender<Job<T, U>>,
    to_writer: &SyncSender<(usize, Receiver<Outcome<U>>)>,
) {
    for item in items {
        let weight = weight(&item);
        let (promise, outcome) = channel();
        let wanted = scale.add(weight)
            && to_writer.send((weight, outcome)).is_ok()
            && to_workers.send((item, promise)).is_ok();
        if !wanted {
            return;
        }
    }
}

fn share_out<T: Send + 'static, U: Send + 'static>(
    jobs: usize,
    waiting: Receiver<Job<T, U>>,
    work: impl Fn(T) -> U + Send + Sync + 'static,
) {
    let shared = Arc::new((Mutex::new(waiting), work));
    for _ in 0..jobs {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            let (waiting, work) = &*shared;
            while let Some((item, promise)) = next(waiting) {
                let outcome = catch_unwind(AssertUnwindSafe(|| work(item)));
                // Where nobody waits for it, it is not wanted.
                let _ = promise.send(outcome);
            }
        });
    }
}

fn next<T>(waiting: &Mutex<Receiver<T>>) -> Option<T> {
    locked(waiting).recv().ok()
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The weight of the items in flight; none where nobody wants more.
#[derive(Clone)]
struct Scale(Arc<(Mutex<Option<usize>>, Condvar)>);

impl Default for Scale {
    fn default() -> Self {
        Self(Arc::new((Mutex::new(Some(0)), Condvar::new())))
    }
}

impl Scale {
    /// Waits until there is room, and whether anybody still wants the item.
    fn add(&self, weight: usize) -> bool {
        let (load, changed) = &*self.0;
        let is_full = |load: &mut Option<usize>| {
            load.is_some_and(|load| load > 0 && load.saturating_add(weight) > HEAVIEST)
        };
        let waited = changed.wait_while(locked(load), is_full);
        let mut load = waited.unwrap_or_else(PoisonError::into_inner);
        if let Some(load) = load.as_mut() {
            *load += weight;
        }
        load.is_some()
    }

    fn remove(&self, weight: usize) {
        let (load, changed) = &*self.0;
        if let Some(load) = locked(load).as_mut() {
            *load = load.saturating_sub(weight);
        }
        changed.notify_all();
    }
}

/// Tells the scale, when dropped, that nobody wants more.
struct Unload(Scale);

impl Drop for Unload {
    fn drop(&mut self) {
        let (load, changed) = &*self.0.0;
        *locked(load) = None;
        changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        sync::atomic::{AtomicUsize, Ordering},
        time::Duration,
    };

    #[test]
    fn results_come_in_order_whatever_takes_long() {
        for jobs in [0, 1, 2, 8] {
            let slow = |n: usize| {
                thread::sleep(Duration::from_micros((n * 7919 % 13) as u64 * 50));
                n * 2
            };
            let found: Vec<usize> = ordered(0..200, |_| 1, jobs, slow).collect();
            assert_eq!(found, (0..200).map(|n| n * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_result_does_not_wait_for_the_next_item() {
        let (send, receive) = channel();
        let mut found = ordered(receive.into_iter(), |_| 1, 2, |n: usize| n + 1);
        for n in 0..5 {
            send.send(n).expect("somebody takes items");
            assert_eq!(found.next(), Some(n + 1));
        }
        drop(send);
        assert_eq!(found.next(), None);
    }

    #[test]
    fn no_more_is_taken_than_there_is_room_for() {
        for (weight, most) in [
            (1, 2 * 2 * WAITING + 4),
            (HEAVIEST / 2, 3),
            (HEAVIEST * 2, 2),
        ] {
            let taken = Arc::new(AtomicUsize::new(0));
            let count = Arc::clone(&taken);
            let items = (0..1000).inspect(move |_| {
                count.fetch_add(1, Ordering::SeqCst);
            });
            let items = items.map(move |_| weight);
            let mut found = ordered(items, |weight| *weight, 2, |_| ());
            thread::sleep(Duration::from_millis(50));
            let count = taken.load(Ordering::SeqCst);
            assert!(count <= most, "{count} items of weight {weight}");
            assert_eq!(found.by_ref().count(), 1000);
        }
    }

    #[test]
    fn nothing_is_taken_when_nobody_wants_it() {
        let taken = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&taken);
        let items = iter::repeat_with(move || count.fetch_add(1, Ordering::SeqCst));
        drop(ordered(items, |_| HEAVIEST, 2, |n| n));
        thread::sleep(Duration::from_millis(50));
        let stopped = taken.load(Ordering::SeqCst);
        thread::sleep(Duration::from_millis(50));
        assert_eq!(taken.load(Ordering::SeqCst), stopped);
    }

    #[test]
    #[should_panic(expected = "the third")]
    fn a_panic_is_not_lost() {
        let work = |n: usize| assert!(n != 3, "the third");
        ordered(0..10, |_| 1, 2, work).for_each(drop);
    }
}
