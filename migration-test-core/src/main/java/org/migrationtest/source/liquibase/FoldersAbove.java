package org.migrationtest.source.liquibase;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;

/**
 * Every folder above a changelog's own, the nearest first. An application that packs its changelogs into a jar includes
 * them by paths from the jar's root, which is one of these once the jar is unpacked, or in a source tree whose name for
 * its resources is not the usual one.
 */
final class FoldersAbove extends AbstractResourceAccessor {
    private final Path folder;
    private final FirstFound above;

    FoldersAbove(Path folder) throws FileNotFoundException {
        this.folder = folder;
        List<ResourceAccessor> folders = new ArrayList<>();
        for (Path one = folder.getParent(); one != null; one = one.getParent()) {
            folders.add(new DirectoryResourceAccessor(one));
        }
        this.above = new FirstFound(folders);
    }

    @Override
    public List<Resource> search(String path, boolean recursive) throws IOException {
        return above.search(path, recursive);
    }

    @Override
    public List<Resource> getAll(String path) throws IOException {
        return above.getAll(path);
    }

    @Override
    public List<String> describeLocations() {
        return List.of("the folders above " + folder);
    }

    @Override
    public void close() throws IOException {
        above.close();
    }
}
