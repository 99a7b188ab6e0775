package kelvin.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kelvin.file.Folders;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;

/**
 * The folder {@code --results}: a local one, or one of a Hadoop file system with a local copy of what is in use.
 *
 * <p>A file, and a folder of results, is copied beside its place and then renamed: what has its name is whole.
 */
class ResultsRoot {
    private final Path local;

    ResultsRoot(Path local) {
        this.local = local;
    }

    /**
     * Returns the folder of a path.
     *
     * @param path a path of a Hadoop file system if it begins with a scheme, such as {@code hdfs:}, else a local one
     * @param copies an empty local folder
     */
    static ResultsRoot of(String path, Path copies, Configuration hadoop) throws IOException {
        return path.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*")
                ? new Remote(copies, new org.apache.hadoop.fs.Path(path), hadoop)
                : new ResultsRoot(Path.of(path));
    }

    /** Returns the local folder in which results and parts are. */
    final Path local() {
        return local;
    }

    /** Brings a folder here. */
    void fetch(String name) throws IOException {}

    /** Brings the files of a folder to their place that were not there. */
    void addFiles(String name) throws IOException {}

    /** Brings a folder to its place, for what was there. */
    void replace(String name) throws IOException {}

    /** Deletes a folder. */
    void delete(String name) throws IOException {
        Folders.delete(local.resolve(name));
    }

    /** Returns the path of a folder, for people. */
    String name(String name) {
        return local.resolve(name).toString();
    }

    private static final class Remote extends ResultsRoot {
        private final org.apache.hadoop.fs.Path root;
        private final FileSystem files;
        private final Set<String> there = new HashSet<>();

        Remote(Path local, org.apache.hadoop.fs.Path root, Configuration hadoop) throws IOException {
            super(local);
            this.root = root;
            files = root.getFileSystem(hadoop);
            if (files instanceof LocalFileSystem checked) {
                checked.setWriteChecksum(false); // which would be files beside files
            }
        }

        private org.apache.hadoop.fs.Path at(String name) {
            return new org.apache.hadoop.fs.Path(root, name);
        }

        private org.apache.hadoop.fs.Path here(Path file) {
            return new org.apache.hadoop.fs.Path(file.toUri());
        }

        @Override
        void fetch(String name) throws IOException {
            if (files.exists(at(name))) {
                files.copyToLocalFile(false, at(name), here(local().resolve(name)), true);
                for (FileStatus each : files.listStatus(at(name))) {
                    there.add(name + "/" + each.getPath().getName());
                }
            }
        }

        @Override
        void addFiles(String name) throws IOException {
            files.mkdirs(at(name));
            for (String file : Folders.names(local().resolve(name))) {
                String path = name + "/" + file;
                if (!file.startsWith(".") && there.add(path)) {
                    org.apache.hadoop.fs.Path beside = at(name + "/." + file + ".new");
                    files.copyFromLocalFile(false, true, here(local().resolve(path)), beside);
                    rename(beside, at(path));
                }
            }
        }

        @Override
        void replace(String name) throws IOException {
            org.apache.hadoop.fs.Path beside = at("." + name + ".new");
            files.delete(beside, true);
            files.mkdirs(beside);
            for (String file : visible(name)) {
                files.copyFromLocalFile(
                        false,
                        true,
                        here(local().resolve(name).resolve(file)),
                        new org.apache.hadoop.fs.Path(beside, file));
            }
            org.apache.hadoop.fs.Path before = at("." + name + ".old");
            files.delete(before, true);
            if (files.exists(at(name))) {
                rename(at(name), before);
            }
            rename(beside, at(name));
            files.delete(before, true);
        }

        private List<String> visible(String name) throws IOException {
            return Folders.names(local().resolve(name)).stream()
                    .filter(file -> !file.startsWith("."))
                    .toList();
        }

        private void rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to) throws IOException {
            if (!files.rename(from, to)) {
                throw new IOException(to + ": cannot be written");
            }
        }

        @Override
        void delete(String name) throws IOException {
            files.delete(at(name), true);
            super.delete(name);
        }

        @Override
        String name(String name) {
            return at(name).toString();
        }
    }
}
